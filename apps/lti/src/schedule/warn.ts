import { isBbbError } from '@bluebridge/core';
import type { EndAction } from '@bluebridge/core/rooms';
import { second } from '../clock.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import type { EndTools } from './end-tools.ts';
import { tellEnd } from './tell-people.ts';

const tryAgainAfter = 15 * second;

/**
 * Warns the people in a meeting of its end. That is written down first: a warning may get lost with
 * the process that sends it, but two processes never send it both. Where there is no chat to write
 * into, the page of the room says the same.
 */
export async function warn(
  { client, storage, clock, log }: EndTools,
  meeting: StoredMeeting,
  { by, minutesLeft, canExtend }: EndAction & { readonly kind: 'warn' },
): Promise<number | undefined> {
  const warned = await storage.meetings.change(meeting, { warnedAt: clock.now() });
  if (warned === undefined) return undefined;
  const outcome =
    by === 'page'
      ? 'on_page'
      : await outcomeOf(() => tellEnd(client, meeting, { minutesLeft, canExtend }));
  log('info', 'meeting_warned', { outcome, minutes: minutesLeft });
  if (!neverArrived.includes(outcome)) return undefined;
  await storage.meetings.change(warned, { warnedAt: meeting.warnedAt });
  return clock.now() + tryAgainAfter;
}

/** After these the message is hardly in the chat. */
const neverArrived = ['unreachable', 'server_unavailable'];

async function outcomeOf(tell: () => Promise<void>): Promise<string> {
  try {
    await tell();
    return 'in_chat';
  } catch (error) {
    if (!isBbbError(error)) throw error;
    return error.code;
  }
}
