import { isBbbError } from '@bluebridge/core';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import { type Found, lookAt } from './look.ts';
import type { EndTools } from './end-tools.ts';
import { noteInRecord } from './note-in-record.ts';

/**
 * Ends a meeting whose time is over. It is looked at directly before, because `end` knows only the
 * name of the room and must not hit a later meeting; and the attempt is written down directly
 * before, so that of two processes one sends it. Throws BbbError when the server cannot be asked.
 */
export async function sendEnd(
  tools: EndTools,
  meeting: StoredMeeting,
  attempt: number,
): Promise<undefined> {
  const { storage, clock, log } = tools;
  const { info, meeting: seen } = await lookAt(tools, meeting);
  if (seen?.seen?.meeting !== 'live' || info === null) return;
  const ends = { times: attempt, lastAt: clock.now() };
  const claimed = await storage.meetings.change(seen, { ends: { ...ends, pending: true } });
  if (claimed === undefined) return;
  const outcome = await outcomeOfEnd(tools, info);
  const failed = outcome !== 'sent';
  log(failed ? 'warn' : 'info', 'meeting_end', { outcome, attempt });
  await storage.meetings.change(claimed, {
    ends: { times: attempt, lastAt: clock.now(), ...(failed && { failed }) },
  });
  if (failed) return;
  await noteInRecord(storage, meeting, 'meeting.end', { attempt, scheduled: true });
}

async function outcomeOfEnd({ client }: EndTools, info: Found): Promise<string> {
  const { meetingID, moderatorPW: password } = info;
  try {
    // Older servers want the moderator password of the meeting, if it has one.
    await client.call('end', { meetingID, ...(password !== undefined && { password }) });
    return 'sent';
  } catch (error) {
    if (!isBbbError(error)) throw error;
    return error.code === 'meeting_not_found' ? 'sent' : error.code;
  }
}
