import type { StoredMeeting } from '../storage/stored-meeting.ts';
import type { EndTools } from './end-tools.ts';

/** What became of a look at the server: when to come back, or our row with what was found. */
export type Look =
  | { readonly retryAt: number }
  /** Undefined when somebody else changed the row meanwhile. */
  | { readonly retryAt?: undefined; readonly meeting: StoredMeeting | undefined };

/**
 * Looks at the server for a meeting and writes down what it found: `absent` also when another one
 * of the room has begun since. What others were told less than five seconds ago counts, when it is
 * newer than what is written down, than our last `end`, and than what was heard of the meeting.
 * Throws BbbError.
 */
export async function lookAt(
  { infos, storage }: Pick<EndTools, 'infos' | 'storage'>,
  meeting: StoredMeeting,
  heardAt = 0,
): Promise<Look> {
  const { meetingID, createTime, seen, ends } = meeting;
  const after = Math.max(seen?.at ?? 0, ends?.lastAt ?? 0, heardAt);
  const latest = await infos.latest(meetingID, after);
  if (latest.kind === 'later') return { retryAt: latest.at };
  const { info, askedAt: at } = latest;
  if (info === null || info.createTime !== createTime) {
    return { meeting: await storage.meetings.change(meeting, { seen: { at, meeting: 'absent' } }) };
  }
  const state = info.hasBeenForciblyEnded === true ? 'ending' : 'live';
  const people = info.participantCount ?? info.attendees.length;
  return {
    meeting: await storage.meetings.change(meeting, { seen: { at, meeting: state }, people }),
  };
}
