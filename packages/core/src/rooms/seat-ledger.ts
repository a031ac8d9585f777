import { chooseEvictions } from './seats/evictions.ts';
import {
  fewestUnreserved,
  overtimeMeetings,
  overtimeSeats,
  seatsOf,
  takenFrom,
} from './seats/seat-use.ts';
import type {
  Reservation,
  SeatAccount,
  SeatRequest,
  SeatVerdict,
  SeatWindow,
} from './seats/seat-types.ts';

export type {
  Reservation,
  SeatAccount,
  SeatRequest,
  SeatStretch,
  SeatVerdict,
  SeatWindow,
} from './seats/seat-types.ts';
export { freeSeats } from './seats/seat-use.ts';

/**
 * Decides whether a meeting fits into an account: at every moment of its time there must be enough
 * seats beside what is planned and held. Source: IntegrationAPI page, section 3.
 */
export function seatVerdict(account: SeatAccount, request: SeatRequest): SeatVerdict {
  const others = without(account, request.meetingID);
  const unreserved = fewestUnreserved(others, request);
  if (request.seats > unreserved) {
    return {
      kind: 'short',
      free: Math.max(0, unreserved),
      nextWindow: nextSeatWindow(account, request),
    };
  }
  const missing = request.seats - (unreserved - overtimeSeats(others));
  if (missing <= 0) return { kind: 'fits' };
  return { kind: 'evicts', meetings: chooseEvictions(overtimeMeetings(others), missing) };
}

/**
 * Finds the earliest time, not before `from`, in which a meeting of the wanted size and length
 * fits. Overtime meetings do not count: the server ends them in favour of a reservation.
 */
export function nextSeatWindow(account: SeatAccount, request: SeatRequest): SeatWindow | null {
  const steps = takenFrom(without(account, request.meetingID), request.from);
  const length = request.until - request.from;
  let from = request.from;
  for (const [index, { taken }] of steps.entries()) {
    const until = steps[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (taken + request.seats > account.connections) from = until;
    else if (from + length <= until) return { from, until: from + length };
  }
  return null;
}

/** Tells who takes seats at a moment, most seats first, and how many each. */
export function seatHolders(account: SeatAccount, at: number) {
  return account.reservations
    .filter(({ state, from, until }) => state === 'overtime' || (from <= at && at < until))
    .map((each) => ({
      meetingID: each.meetingID,
      seats: seatsOf(each),
      state: each.state,
      until: each.until,
    }))
    .filter(({ seats }) => seats > 0)
    .toSorted((a, b) => b.seats - a.seats || a.until - b.until || compare(a, b));
}

/**
 * Brings an account up to now: who runs past the planned end is in overtime, a plan whose time has
 * gone by unused lapses. Ended meetings are taken out by the host.
 */
export function settleReservations(account: SeatAccount, now: number): SeatAccount {
  return {
    ...account,
    reservations: account.reservations
      .filter(({ state, until }) => state !== 'planned' || until > now)
      .map((each) =>
        each.state === 'held' && each.until <= now ? { ...each, state: 'overtime' } : each,
      ),
  };
}

function without(account: SeatAccount, meetingID: string): SeatAccount {
  const reservations = account.reservations.filter((each) => each.meetingID !== meetingID);
  return { ...account, reservations };
}

function compare(a: Pick<Reservation, 'meetingID'>, b: Pick<Reservation, 'meetingID'>): number {
  if (a.meetingID === b.meetingID) return 0;
  return a.meetingID < b.meetingID ? -1 : 1;
}
