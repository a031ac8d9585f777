import { chooseEvictions } from './seats/evictions.ts';
import {
  fewestUnreserved,
  freeStretches,
  overtimeMeetings,
  overtimeSeats,
  seatsOf,
  takenFrom,
} from './seats/seat-use.ts';
import type {
  Reservation,
  SeatAccount,
  SeatRequest,
  SeatStretch,
  SeatVerdict,
  SeatWindow,
} from './seats/seat-types.ts';
import { numbersOf, verifySeats } from './seats/verify-seats.ts';

export type {
  Reservation,
  SeatAccount,
  SeatRequest,
  SeatStretch,
  SeatVerdict,
  SeatWindow,
} from './seats/seat-types.ts';

/**
 * Decides whether a meeting fits into an account: at every moment of its time there must be enough
 * seats beside what is planned and held. Source: IntegrationAPI page, section 3.
 *
 * An account is taken as it is: bring it up to now with `settleReservations` first, or a meeting
 * that runs past its planned end counts as gone. Throws `invalid_params` for numbers that cannot be
 * counted with: seats that are negative or no whole number, and a time that ends before it begins.
 */
export function seatVerdict(account: SeatAccount, request: SeatRequest): SeatVerdict {
  verifySeats(account, numbersOf(request));
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
 * fits. Overtime meetings do not count: the server ends them in favour of a reservation. Throws as
 * `seatVerdict` does.
 */
export function nextSeatWindow(account: SeatAccount, request: SeatRequest): SeatWindow | null {
  verifySeats(account, numbersOf(request));
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

/**
 * Tells how many seats are free from moment to moment of a window; a window without any time has no
 * stretches. An overtime meeting is counted as if it never ended: nobody knows when it will. Wants a
 * settled account, and throws, as `seatVerdict` does.
 */
export function freeSeats(account: SeatAccount, window: SeatWindow): readonly SeatStretch[] {
  const { from, until } = window;
  verifySeats(account, [
    { path: 'window.from', value: from },
    { path: 'window.until', value: until },
  ]);
  return freeStretches(account, window);
}

/** Tells who takes seats at a moment, most seats first, and how many each. Throws as `seatVerdict` does. */
export function seatHolders(account: SeatAccount, at: number) {
  verifySeats(account, [{ path: 'at', value: at }]);
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
 * gone by unused lapses. Ended meetings are taken out by the host. It comes before every question
 * about an account, which would otherwise count what is overdue. Throws as `seatVerdict` does.
 */
export function settleReservations(account: SeatAccount, now: number): SeatAccount {
  verifySeats(account, [{ path: 'now', value: now }]);
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
