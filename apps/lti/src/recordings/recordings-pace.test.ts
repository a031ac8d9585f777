import { describe, expect, it } from 'vitest';
import { hour, minute, second } from '../clock.ts';
import { isStale, nextLook, type Standing } from './recordings-pace.ts';

const now = Date.UTC(2026, 10, 22);
const calm: Standing = { index: [], failures: 0, endedAt: undefined, isLive: false };
const expectedFor = (age: number) =>
  ({ recordID: 'r', state: 'expected', expectedSince: now - age }) as const;
const published = { recordID: 'p', state: 'published' } as const;

/** After how many minutes the tool asks again by itself. */
function pause(standing: Partial<Standing>): number | undefined {
  const at = nextLook({ ...calm, ...standing }, now);
  return at === undefined ? undefined : (at - now) / minute;
}

describe('when the tool asks for recordings by itself', () => {
  it.each<[string, Partial<Standing>, number | undefined]>([
    ['never where there is nothing to expect', {}, undefined],
    ['every six hours where there are some', { index: [published] }, 360],
    ['soon after a meeting', { endedAt: now - 5 * second }, 1],
    ['less often later', { endedAt: now - 11 * minute }, 5],
    ['no longer so after a quarter of an hour', { endedAt: now - 15 * minute }, undefined],
    ['every minute while one is fresh', { index: [expectedFor(minute)] }, 1],
    ['every five minutes within the hour', { index: [expectedFor(30 * minute)] }, 5],
    ['every quarter of an hour within six', { index: [expectedFor(2 * hour)] }, 15],
    ['every hour within two days', { index: [expectedFor(40 * hour)] }, 60],
    ['calmly after that', { index: [expectedFor(50 * hour)] }, 360],
    ['by the youngest of several', { index: [expectedFor(40 * hour), expectedFor(0)] }, 1],
    ['now and then during a meeting', { isLive: true }, 10],
    ['after half a minute of trouble', { failures: 1, index: [expectedFor(0)] }, 0.5],
    ['after twice as long each time', { failures: 3 }, 2],
    ['after half an hour of trouble at most', { failures: 40 }, 30],
  ])('is %s', (_when, standing, minutes) => {
    expect(pause(standing)).toBe(minutes);
  });
});

describe('whether a page is worth a question', () => {
  const list = { readAt: now, dueAt: undefined, failures: 0, endedAt: undefined, isLive: false };
  it.each([
    ['the first one of a room is', undefined, [], true],
    ['one after an answer is not', list, [], false],
    ['one after a quarter of an hour is', { ...list, readAt: now - 15 * minute }, [], true],
    ['one after ten seconds is not', { ...list, readAt: now - 10 * second }, [published], false],
    [
      'nor while one is made for long',
      { ...list, readAt: now - minute },
      [expectedFor(2 * hour)],
      false,
    ],
    ['unless one is made', { ...list, readAt: now - 10 * second }, [expectedFor(0)], true],
    [
      'or a meeting has just ended',
      { ...list, readAt: now - 10 * second, endedAt: now - minute },
      [],
      true,
    ],
    ['one that is due is', { ...list, dueAt: now }, [], true],
    ['none is while the server is in trouble', { ...list, readAt: 0, failures: 1 }, [], false],
    ['but when the pause is over', { ...list, failures: 1, dueAt: now }, [], true],
  ] as const)('%s', (_what, seen, index, expected) => {
    expect(isStale(seen, index, now)).toBe(expected);
  });
});
