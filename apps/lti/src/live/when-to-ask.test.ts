import { describe, expect, it } from 'vitest';
import { hour, second } from '../clock.ts';
import type { MeetingWatch } from '../storage/meeting-watch.ts';
import { soonestAsk } from './when-to-ask.ts';

const now = 10 * hour;

/** Asked twelve times, every five seconds, the last time then. */
function askedTwelveTimes(lastAt: number): MeetingWatch {
  const recent = Array.from({ length: 12 }, (_, number) => lastAt - (11 - number) * 5 * second);
  return {
    askedAt: lastAt,
    settledAt: lastAt,
    answeredAt: lastAt,
    changedAt: 0,
    recent,
    snapshot: 'null',
    failures: 0,
    failureCode: undefined,
    eventAt: 0,
    hookAt: 0,
  };
}

describe('the soonest question', () => {
  it.each([
    ['waits until the first of twelve is a minute and a second ago', now, now + 6 * second],
    ['counts those of a clock that is a second ahead', now + second, now + 7 * second],
    ['counts none of a clock that was set back', now + hour, now + 5 * second],
  ])('%s', (_what, lastAt, expected) => {
    expect(soonestAsk(askedTwelveTimes(lastAt), now)).toBe(expected);
  });

  it('comes five seconds after the last one', () => {
    const watch = { ...askedTwelveTimes(now), recent: [now] };
    expect(soonestAsk(watch, now + second)).toBe(now + 5 * second);
    expect(soonestAsk(undefined, now)).toBe(now);
  });
});
