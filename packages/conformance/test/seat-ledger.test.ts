import {
  freeSeats,
  nextSeatWindow,
  seatHolders,
  seatVerdict,
  settleReservations,
} from '@bluebridge/core/rooms';
import { describe, expect, it } from 'vitest';
import { loadVectors, type Vector } from '../src/load-vectors.ts';

function answer({ given }: Vector): unknown {
  const { op, account } = given;
  switch (op) {
    case 'verdict':
      return seatVerdict(account, given.request);
    case 'free':
      return freeSeats(account, given.window);
    case 'next':
      return nextSeatWindow(account, given.request);
    case 'holders':
      return seatHolders(account, given.at);
    case 'settle':
      return settleReservations(account, given.now);
    default:
      throw new Error(`nothing answers ${op}`);
  }
}

describe('seat ledger vectors', () => {
  it.each(loadVectors('seat-ledger'))('$id: $comment', (vector) => {
    if (vector.expect.outcome === 'refused') {
      const { code, violations } = vector.expect;
      const refusal = expect.objectContaining({ code, violations, call: 'seat_ledger' });
      expect(() => answer(vector)).toThrow(refusal);
      return;
    }
    expect(vector.expect.outcome).toBe(vector.given.op);
    expect(answer(vector)).toStrictEqual(vector.expect.result);
  });
});
