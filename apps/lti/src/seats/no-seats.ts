import { type JoinPlan, seatVerdict } from '@bluebridge/core/rooms';
import { type Opening, wishOf } from '../rooms/open-meeting.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import { accountFrom, requestOf } from './account.ts';
import { syncSeats } from './seats-sync.ts';

/**
 * Gives the refusal of somebody whom the server refused for want of seats, although our records
 * had some: they are brought up to what the server says first.
 */
export async function noSeats(
  room: StoredRoom,
  opening: Opening,
): Promise<JoinPlan & { readonly kind: 'refuse' }> {
  const { client, storage, clock, connections, accountDefaults } = opening;
  await syncSeats(opening).catch(() => {});
  const { seats, minutes } = wishOf(room, client, accountDefaults);
  if (connections === undefined || minutes === undefined) {
    return { kind: 'refuse', reason: 'seats_exhausted' };
  }
  const now = clock.now();
  const account = accountFrom(await storage.meetings.listOpen(), connections, now);
  const verdict = seatVerdict(account, requestOf(undefined, seats, minutes, now));
  return verdict.kind === 'short'
    ? { kind: 'refuse', reason: 'seats_exhausted', nextWindow: verdict.nextWindow }
    : { kind: 'refuse', reason: 'seats_exhausted' };
}
