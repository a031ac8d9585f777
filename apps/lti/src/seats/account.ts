import {
  type Reservation,
  type SeatAccount,
  type SeatRequest,
  settleReservations,
} from '@bluebridge/core/rooms';
import { minute, second } from '../clock.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';

/** How long a server keeps the seats of a meeting that was ended. */
const lettingGo = 10 * second;

/**
 * Gives the account of the meeting server as it is now. Reservations bear the ids of our rows, which
 * say nothing to anybody else.
 */
export function accountFrom(
  open: readonly StoredMeeting[],
  connections: number,
  now: number,
): SeatAccount {
  const reservations = open.flatMap((meeting) => reservationOf(meeting) ?? []);
  return settleReservations({ connections, reservations }, now);
}

function reservationOf(meeting: StoredMeeting): Reservation | undefined {
  const { id, seats, openedAt, createTime, plannedEndAt, people, state, ends } = meeting;
  if (seats === 0 || plannedEndAt === undefined) return undefined;
  const from = Math.min(openedAt, createTime ?? openedAt);
  if (ends !== undefined && ends.failed !== true) {
    // It was told to end: its seats are free in a moment, and nobody has to give way for them.
    const until = Math.min(plannedEndAt, ends.lastAt + lettingGo);
    return { meetingID: id, seats, from, until, state: 'held', live: 0 };
  }
  return {
    meetingID: id,
    seats,
    from,
    until: plannedEndAt,
    state: state === 'planned' ? 'planned' : 'held',
    // Servers may count a meeting in overtime by what it reserved: never by less.
    ...(people !== undefined && people > seats && { live: people }),
  };
}

/** Gives the request of a room that would open now; its own plan does not stand in its way. */
export function requestOf(
  own: StoredMeeting | undefined,
  seats: number,
  minutes: number,
  now: number,
): SeatRequest {
  return {
    meetingID: own?.id ?? 'to be opened',
    seats,
    from: now,
    until: now + minutes * minute,
  };
}
