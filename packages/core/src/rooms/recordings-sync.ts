import { changedFields, type RecordingFacts } from './recordings/recording-facts.ts';
import { type RecordingState, recordingState } from './recordings/recording-state.ts';

export type { RecordingFacts } from './recordings/recording-facts.ts';
export type { RecordingState } from './recordings/recording-state.ts';

/** One recording as a host keeps it. */
export interface IndexedRecording {
  readonly recordID: string;
  /** `expected`: a recorded meeting has ended, the server has not shown its recording yet. */
  readonly state: RecordingState | 'expected';
  /** What the server last said; absent while expected. */
  readonly facts?: RecordingFacts;
  /** End of the meeting, for an expected one; epoch ms. */
  readonly expectedSince?: number;
  /** First complete list without it; epoch ms. */
  readonly missingSince?: number;
}

/** What came of asking for the recordings of some rooms. */
export interface RecordingsFetch {
  /** `partial`: some pages or rooms are lacking; `failed`: nothing came. */
  readonly outcome: 'complete' | 'partial' | 'failed';
  readonly recordings: readonly RecordingFacts[];
  /** States that were asked for. Absent: the server's own choice, published and unpublished. */
  readonly states?: readonly string[];
  /** Rooms that were asked for; recordings of others are dropped. Absent: all rooms. */
  readonly meetingIDs?: readonly string[];
}

export type RecordingChange =
  | { readonly kind: 'added'; readonly recordID: string; readonly state: RecordingState }
  /** The state is another now; `fields` are what changed with it. */
  | {
      readonly kind: Exclude<RecordingState, 'deleted'>;
      readonly recordID: string;
      readonly from: IndexedRecording['state'];
      readonly fields: readonly string[];
    }
  | { readonly kind: 'changed'; readonly recordID: string; readonly fields: readonly string[] }
  /** Not in a complete list for the first time; it is kept for the time of grace. */
  | { readonly kind: 'missing'; readonly recordID: string }
  | { readonly kind: 'returned'; readonly recordID: string }
  /** Missing for longer than the grace: taken out of the index. */
  | { readonly kind: 'vanished'; readonly recordID: string; readonly since: number }
  /** The server says it was deleted: taken out of the index. */
  | { readonly kind: 'deleted'; readonly recordID: string }
  /** An expected recording did not come in time: taken out of the index. */
  | { readonly kind: 'not_made'; readonly recordID: string; readonly since: number };

/** How long a missing recording is kept, and how long an expected one is waited for, ms. */
export const recordingPatience = { missing: 86_400_000, expected: 172_800_000 } as const;

export interface RecordingsSync {
  readonly changes: readonly RecordingChange[];
  /** The index after the changes: known ones in their order, then new ones as they came. */
  readonly index: readonly IndexedRecording[];
}

/**
 * Compares a fetched list of recordings with the index of a host. Only a complete list can make a
 * recording missing, and only one of a state that was asked for; nothing goes without grace
 * unless the server says that it was deleted.
 */
export function recordingsSync(
  index: readonly IndexedRecording[],
  fetched: RecordingsFetch,
  now: number,
): RecordingsSync {
  if (fetched.outcome === 'failed') return { changes: [], index };
  const found = inScope(fetched);
  const changes: RecordingChange[] = [];
  const kept: IndexedRecording[] = [];

  for (const known of index) {
    const facts = found.get(known.recordID);
    found.delete(known.recordID);
    const [next, change] =
      facts === undefined ? compareAbsent(known, fetched, now) : compareFound(known, facts);
    changes.push(...change);
    if (next !== undefined) kept.push(next);
  }
  for (const [recordID, facts] of found) {
    const state = recordingState(facts);
    // A recording that was deleted before it was ever seen is no news.
    if (state === 'deleted') continue;
    kept.push({ recordID, state, facts });
    changes.push({ kind: 'added', recordID, state });
  }
  return { changes, index: kept };
}

/** Drops what was not asked for: servers match ids by their beginning. The last of doubles counts. */
function inScope({ recordings, meetingIDs }: RecordingsFetch): Map<string, RecordingFacts> {
  const wanted = recordings.filter(
    ({ meetingID }) =>
      meetingIDs === undefined || (meetingID !== undefined && meetingIDs.includes(meetingID)),
  );
  return new Map(wanted.map((facts) => [facts.recordID, facts]));
}

type Compared = readonly [IndexedRecording | undefined, readonly RecordingChange[]];

function compareFound(known: IndexedRecording, facts: RecordingFacts): Compared {
  const { recordID } = known;
  const state = recordingState(facts);
  if (state === 'deleted') return [undefined, [{ kind: 'deleted', recordID }]];
  const changes: RecordingChange[] = [];
  if (known.missingSince !== undefined) changes.push({ kind: 'returned', recordID });
  const fields = known.facts === undefined ? [] : changedFields(known.facts, facts);
  if (state !== known.state) changes.push({ kind: state, recordID, from: known.state, fields });
  else if (fields.length > 0) changes.push({ kind: 'changed', recordID, fields });
  return [{ recordID, state, facts }, changes];
}

const statesByDefault = ['published', 'unpublished'];

function compareAbsent(
  known: IndexedRecording,
  { outcome, states = statesByDefault }: RecordingsFetch,
  now: number,
): Compared {
  if (outcome !== 'complete') return [known, []];
  const { recordID, state } = known;
  if (state === 'expected') {
    const since = known.expectedSince ?? now;
    return now - since < recordingPatience.expected
      ? [{ ...known, expectedSince: since }, []]
      : [undefined, [{ kind: 'not_made', recordID, since }]];
  }
  // A list that would not have shown this state says nothing about it.
  if (!states.includes(state) && !states.includes('any')) return [known, []];
  const since = known.missingSince;
  if (since === undefined)
    return [{ ...known, missingSince: now }, [{ kind: 'missing', recordID }]];
  return now - since < recordingPatience.missing
    ? [known, []]
    : [undefined, [{ kind: 'vanished', recordID, since }]];
}
