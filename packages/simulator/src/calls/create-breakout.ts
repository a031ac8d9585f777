import type { Meeting } from '../state/meeting.ts';
import type { Meetings } from '../state/meetings.ts';
import { toBoolean } from '../wire/coercion.ts';
import type { Parameters } from '../wire/raw-query.ts';

/**
 * Finds the meeting that a breakout room belongs to, by either of its ids; undefined for a meeting
 * that is no breakout room.
 */
export function parentOf(
  params: Parameters,
  meetings: Meetings,
): Meeting | 'missing' | 'unknown' | undefined {
  if (!toBoolean(params.text('isBreakout'))) return undefined;
  const parentMeetingID = params.text('parentMeetingID');
  if (parentMeetingID === '') return 'missing';
  const parent = meetings.findInternal(parentMeetingID) ?? meetings.findLive(parentMeetingID);
  return parent === undefined || parent.ending !== undefined ? 'unknown' : parent;
}
