import { describe, expect, it } from 'vitest';
import { minute, second } from '../clock.ts';
import { nowAndThen } from './now-and-then.ts';

describe('tidying now and then', () => {
  it('happens at once, then once a minute, also when the clock is set back', async () => {
    let now = 1_000_000_000;
    const times: number[] = [];
    const tidy = nowAndThen({ now: () => now }, async (at) => times.push(at - 1_000_000_000));
    for (const pause of [0, second, 59 * second, minute, second, -2 * minute, second]) {
      now += pause;
      await tidy();
    }
    expect(times).toEqual([0, minute, 2 * minute, second]);
  });
});
