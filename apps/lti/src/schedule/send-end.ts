import { isBbbError } from '@bluebridge/core';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import { second } from '../clock.ts';
import { callEnd } from '../rooms/call-end.ts';
import { lookAt } from './look.ts';
import type { EndTools } from './end-tools.ts';
import { noteInRecord } from './note-in-record.ts';

/** A meeting that was live so long ago is still the same one. */
const justNow = 5 * second;

/**
 * Ends a meeting whose time is over; answers when to come back if it is not our turn to look. It is
 * looked at directly before, because `end` knows only the name of the room and must not hit a later
 * meeting; and the attempt is written down directly before, so that of two processes one sends it.
 * Nobody opens the room between the two, because its row would have to change for that. Throws
 * BbbError when the server cannot be asked.
 */
export async function sendEnd(
  tools: EndTools,
  meeting: StoredMeeting,
  attempt: number,
): Promise<number | undefined> {
  const { storage, clock, log } = tools;
  const isJustSeen = meeting.seen !== undefined && clock.now() < meeting.seen.at + justNow;
  const look = isJustSeen ? { meeting } : await lookAt(tools, meeting);
  if (look.retryAt !== undefined) return look.retryAt;
  const { meeting: seen } = look;
  if (seen?.seen?.meeting !== 'live') return undefined;
  const ends = { times: attempt, lastAt: clock.now() };
  const claimed = await storage.meetings.change(seen, { ends: { ...ends, pending: true } });
  if (claimed === undefined) return undefined;
  const outcome = await outcomeOfEnd(tools, meeting);
  const failed = outcome !== 'sent';
  log(failed ? 'warn' : 'info', 'meeting_end', { outcome, attempt });
  await storage.meetings.change(claimed, {
    ends: { times: attempt, lastAt: clock.now(), ...(failed && { failed }) },
  });
  if (!failed) {
    await noteInRecord(storage, meeting, 'meeting.end', { attempt, scheduled: true });
  }
  return undefined;
}

async function outcomeOfEnd(tools: EndTools, { meetingID }: StoredMeeting): Promise<string> {
  try {
    await callEnd(tools, meetingID);
    return 'sent';
  } catch (error) {
    if (!isBbbError(error)) throw error;
    return error.code === 'meeting_not_found' ? 'sent' : error.code;
  }
}
