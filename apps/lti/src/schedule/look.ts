import { isBbbError, type ReplyOf } from '@bluebridge/core';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import type { EndTools } from './end-tools.ts';

export type Found = ReplyOf<'getMeetingInfo'>;

/** What a look at the server found, and our row with that written down. */
export interface Look {
  /** Null when this meeting is gone, also when another one of the room has begun since. */
  readonly info: Found | null;
  /** Undefined when somebody else changed the row meanwhile. */
  readonly meeting: StoredMeeting | undefined;
}

/** Looks at the server for a meeting and writes down what it found. Throws BbbError. */
export async function lookAt(
  { client, storage, clock }: Pick<EndTools, 'client' | 'storage' | 'clock'>,
  meeting: StoredMeeting,
): Promise<Look> {
  const found = await infoOf(client, meeting.meetingID);
  const info = found?.createTime === meeting.createTime ? found : null;
  const at = clock.now();
  if (info === null) {
    return {
      info,
      meeting: await storage.meetings.change(meeting, { seen: { at, meeting: 'absent' } }),
    };
  }
  const state = info.hasBeenForciblyEnded === true ? 'ending' : 'live';
  const people = info.participantCount ?? info.attendees.length;
  const changed = await storage.meetings.change(meeting, { seen: { at, meeting: state }, people });
  return { info, meeting: changed };
}

/** Reads a meeting; null when there is none. Throws BbbError. */
export async function infoOf(client: EndTools['client'], meetingID: string): Promise<Found | null> {
  try {
    return await client.call('getMeetingInfo', { meetingID });
  } catch (error) {
    if (isBbbError(error) && error.code === 'meeting_not_found') return null;
    throw error;
  }
}
