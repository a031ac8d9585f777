import type { Reservation, SeatAccount, SeatStretch, SeatWindow } from './seat-types.ts';

/** Counts the seats a reservation takes: what it asked for, or who is in if they are more. */
export function seatsOf({ seats, live, state }: Reservation): number {
  // Nothing is kept for an overtime meeting any more: it takes what it uses.
  return state === 'overtime' ? (live ?? seats) : Math.max(seats, live ?? 0);
}

export function overtimeMeetings(account: SeatAccount): readonly Reservation[] {
  return account.reservations.filter(({ state }) => state === 'overtime');
}

export function overtimeSeats(account: SeatAccount): number {
  return overtimeMeetings(account).reduce((total, each) => total + seatsOf(each), 0);
}

/** A moment from which on, until the next step, plans and held meetings take so many seats. */
interface Step {
  readonly at: number;
  readonly taken: number;
}

/** Walks through what plans and held meetings take, from a moment on; overtime guarantees nothing. */
export function takenFrom(account: SeatAccount, from: number): readonly Step[] {
  const changes = new Map([[from, 0]]);
  const change = (at: number, by: number) => changes.set(at, (changes.get(at) ?? 0) + by);
  for (const each of account.reservations) {
    if (each.state === 'overtime' || each.until <= Math.max(each.from, from)) continue;
    change(Math.max(each.from, from), seatsOf(each));
    change(each.until, -seatsOf(each));
  }
  let taken = 0;
  return [...changes]
    .toSorted(([a], [b]) => a - b)
    .map(([at, by]) => {
      taken += by;
      return { at, taken };
    });
}

/** Counts the fewest seats that nothing guarantees at any moment of a window; below 0 if oversold. */
export function fewestUnreserved(account: SeatAccount, { from, until }: SeatWindow): number {
  const steps = takenFrom(account, from).filter(({ at }) => at < until);
  return account.connections - steps.reduce((most, { taken }) => Math.max(most, taken), 0);
}

/** Cuts a window where the number of free seats changes. */
export function freeStretches(account: SeatAccount, window: SeatWindow): readonly SeatStretch[] {
  const overtime = overtimeSeats(account);
  const steps = takenFrom(account, window.from).filter(({ at }) => at < window.until);
  const stretches: SeatStretch[] = [];
  for (const [index, { at, taken }] of steps.entries()) {
    const until = steps[index + 1]?.at ?? window.until;
    const free = Math.max(0, account.connections - taken - overtime);
    const last = stretches.at(-1);
    if (last?.free === free) stretches[stretches.length - 1] = { ...last, until };
    else stretches.push({ from: at, until, free, overtime });
  }
  return stretches;
}
