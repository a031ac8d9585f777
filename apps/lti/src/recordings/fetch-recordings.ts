import { type Client, isBbbError } from '@bluebridge/core';
import type { RecordingFacts, RecordingsFetch } from '@bluebridge/core/rooms';

/** States that are listed for people; deleted ones stay on servers for ever. */
const states = ['processing', 'processed', 'published', 'unpublished'] as const;

/** More than any sensible group of rooms has; beyond it the list is not complete. */
const most = 5000;

interface Fetched extends RecordingsFetch {
  /** Why nothing or not everything came: a BbbError code. */
  readonly problem?: string;
}

/** Asks for all recordings of some rooms, page by page where the server can. Never throws BbbError. */
export async function fetchRecordings(
  client: Client,
  meetingIDs: readonly string[],
): Promise<Fetched> {
  const recordings: RecordingFacts[] = [];
  const scope = { recordings, states, meetingIDs };
  try {
    for await (const facts of client.recordings({ meetingID: meetingIDs, state: states })) {
      if (recordings.length === most) return { outcome: 'partial', ...scope };
      if (isStorable(facts)) recordings.push(facts);
    }
    return { outcome: 'complete', ...scope };
  } catch (error) {
    if (!isBbbError(error)) throw error;
    const outcome = recordings.length > 0 ? 'partial' : 'failed';
    return { outcome, ...scope, problem: error.code };
  }
}

/**
 * Asks for one recording of a room, in the same states; undefined when the server does not list
 * it. Throws BbbError.
 */
export async function fetchRecording(
  client: Client,
  meetingID: string,
  recordID: string,
): Promise<RecordingFacts | undefined> {
  const { recordings } = await client.call('getRecordings', {
    recordID: [recordID],
    state: states,
  });
  // Servers match ids by their beginning.
  return recordings.find(
    (facts) => facts.recordID === recordID && facts.meetingID === meetingID && isStorable(facts),
  );
}

/** Ids become parts of keys and addresses; whatever is sent as one, these are all there are. */
function isStorable({ recordID }: RecordingFacts): boolean {
  // oxlint-disable-next-line no-control-regex
  return recordID.length <= 256 && !/[\u0000-\u001F\u007F]/.test(recordID);
}
