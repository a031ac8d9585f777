import { describe, expect, it } from 'vitest';
import { nextDelay, type Pace } from './waiting-pace.ts';

function delay(pace: Partial<Pace>): number {
  return nextDelay({ failures: 0, hidden: false, slower: 1, random: 0.5, ...pace });
}

describe('the pause between two questions', () => {
  it('is two to three seconds on a page somebody sees', () => {
    expect(delay({ random: 0 })).toBe(2000);
    expect(delay({})).toBe(2500);
    expect(delay({ random: 0.999 })).toBeLessThanOrEqual(3000);
  });

  it('is four times as long on a hidden page', () => {
    expect(delay({ hidden: true })).toBe(10_000);
  });

  it('is longer where less hurry is needed', () => {
    expect(delay({ slower: 4 })).toBe(10_000);
  });

  it('goes by what the last answer announced, on a page somebody sees', () => {
    expect(delay({ announced: 15_000, slower: 3, random: 0 })).toBe(15_000);
    expect(delay({ announced: 15_000, random: 0.999 })).toBeLessThanOrEqual(15_750);
    expect(delay({ announced: 0, random: 0 })).toBe(250);
    expect(delay({ announced: 3_600_000, random: 0 })).toBe(30_000);
    expect(delay({ announced: 300, hidden: true })).toBe(10_000);
    expect(delay({ announced: 300, failures: 1 })).toBe(5000);
  });

  it('doubles with every failure and levels off', () => {
    const pauses = [1, 2, 3, 4, 50].map((failures) => delay({ failures }));
    expect(pauses).toEqual([5000, 10_000, 20_000, 30_000, 30_000]);
  });
});
