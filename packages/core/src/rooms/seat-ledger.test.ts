import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  freeSeats,
  nextSeatWindow,
  type Reservation,
  type SeatAccount,
  type SeatRequest,
  seatVerdict,
} from './index.ts';

/** A small day: every moment of it can be tried. */
const lastMoment = 24;

const reservation = (states: readonly Reservation['state'][]) =>
  fc
    .record({
      seats: fc.integer({ min: 0, max: 12 }),
      from: fc.integer({ min: 0, max: lastMoment - 1 }),
      length: fc.integer({ min: 1, max: 6 }),
      state: fc.constantFrom(...states),
      live: fc.option(fc.integer({ min: 0, max: 14 }), { nil: undefined }),
    })
    .map(({ length, live, ...rest }) => ({
      ...rest,
      until: rest.from + length,
      ...(live !== undefined && { live }),
    }));

const account = (states: readonly Reservation['state'][]) =>
  fc
    .record({
      connections: fc.integer({ min: 0, max: 30 }),
      list: fc.array(reservation(states), { maxLength: 7 }),
    })
    .map(({ connections, list }): SeatAccount => ({
      connections,
      reservations: list.map((each, index) => ({ ...each, meetingID: `m${index}` })),
    }));

const request = fc
  .record({
    seats: fc.integer({ min: 1, max: 25 }),
    from: fc.integer({ min: 0, max: lastMoment }),
    length: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ seats, from, length }): SeatRequest => ({
    meetingID: 'new',
    seats,
    from,
    until: from + length,
  }));

/** The same questions answered moment by moment, without any cleverness. */
function taken({ reservations }: SeatAccount, moment: number): number {
  let total = 0;
  for (const each of reservations) {
    const runs = each.state !== 'overtime' && each.from <= moment && moment < each.until;
    if (runs) total += Math.max(each.seats, each.live ?? 0);
  }
  return total;
}

function inOvertime({ reservations }: SeatAccount): readonly (readonly [string, number])[] {
  return reservations
    .filter(({ state }) => state === 'overtime')
    .map(({ meetingID, live, seats }) => [meetingID, live ?? seats] as const);
}

function momentsOf({ from, until }: { from: number; until: number }): readonly number[] {
  return Array.from({ length: until - from }, (_, index) => from + index);
}

function hasRoom(given: SeatAccount, seats: number, window: { from: number; until: number }) {
  return momentsOf(window).every((moment) => taken(given, moment) + seats <= given.connections);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

const anyState = ['planned', 'held', 'overtime'] as const;

describe('the seat ledger', () => {
  it('never sells a seat twice, whatever is asked for in whatever order', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.array(request, { maxLength: 12 }), (connections, requests) => {
        let ledger: SeatAccount = { connections, reservations: [] };
        for (const [index, each] of requests.entries()) {
          const wanted = { ...each, meetingID: `m${index}` };
          if (seatVerdict(ledger, wanted).kind !== 'fits') continue;
          const reservations = [...ledger.reservations, { ...wanted, state: 'planned' as const }];
          ledger = { ...ledger, reservations };
        }
        for (const moment of momentsOf({ from: 0, until: 2 * lastMoment })) {
          expect(taken(ledger, moment)).toBeLessThanOrEqual(connections);
        }
      }),
    );
  });

  it('refuses only what does not fit beside plans and held meetings', () => {
    fc.assert(
      fc.property(account(anyState), request, (given, wanted) => {
        const refused = seatVerdict(given, wanted).kind === 'short';
        expect(refused).toBe(!hasRoom(given, wanted.seats, wanted));
      }),
    );
  });

  it('finds the very first window', () => {
    fc.assert(
      fc.property(account(anyState), request, (given, wanted) => {
        const length = wanted.until - wanted.from;
        const starts = momentsOf({ from: wanted.from, until: 3 * lastMoment });
        const first = starts.find((from) =>
          hasRoom(given, wanted.seats, { from, until: from + length }),
        );
        const expected = first === undefined ? null : { from: first, until: first + length };
        expect(nextSeatWindow(given, wanted)).toEqual(expected);
      }),
    );
  });

  it('ends overtime meetings only, only when needed, and as few as possible', () => {
    fc.assert(
      fc.property(account(anyState), request, (given, wanted) => {
        const verdict = seatVerdict(given, wanted);
        if (verdict.kind === 'short') return;
        const overtime = inOvertime(given);
        const most = Math.max(...momentsOf(wanted).map((moment) => taken(given, moment)));
        const used = sum(overtime.map(([, seats]) => seats));
        const missing = wanted.seats + most + used - given.connections;
        const chosen = verdict.kind === 'evicts' ? verdict.meetings : [];
        const freed = overtime.filter(([name]) => chosen.includes(name));

        expect(new Set(chosen).size).toBe(chosen.length);
        expect(freed).toHaveLength(chosen.length);
        expect(sum(freed.map(([, seats]) => seats))).toBeGreaterThanOrEqual(missing);
        // Every other choice of fewer meetings frees too little.
        for (let set = 0; set < 2 ** overtime.length; set += 1) {
          const other = overtime.filter((_, index) => (set >> index) % 2 === 1);
          if (other.length >= chosen.length) continue;
          expect(sum(other.map(([, seats]) => seats))).toBeLessThan(missing);
        }
      }),
    );
  });

  it('tells for every moment of a window how many seats are free', () => {
    fc.assert(
      fc.property(account(anyState), request, (given, { from, until }) => {
        const stretches = freeSeats(given, { from, until });
        expect(stretches[0]?.from).toBe(from);
        expect(stretches.at(-1)?.until).toBe(until);
        const overtime = sum(inOvertime(given).map(([, seats]) => seats));
        for (const [index, stretch] of stretches.entries()) {
          expect(stretch.from).toBe(index === 0 ? from : stretches[index - 1]?.until);
          expect(stretch.free).not.toBe(stretches[index - 1]?.free);
          for (const moment of momentsOf(stretch)) {
            const left = given.connections - taken(given, moment) - overtime;
            expect(stretch).toMatchObject({ free: Math.max(0, left), overtime });
          }
        }
      }),
    );
  });
});
