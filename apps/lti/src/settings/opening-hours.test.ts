import { describe, expect, it } from 'vitest';
import { minute } from '../clock.ts';
import { doorTimes, type OpeningHours } from './opening-hours.ts';

const workdays = [1, 2, 3, 4, 5];
const at = (hours: number, minutes = 0) => hours * 60 + minutes;
const lessons = (...spans: OpeningHours['spans']): OpeningHours => ({
  timeZone: 'Europe/Berlin',
  spans,
});
const mornings = lessons({ days: workdays, from: at(10), to: at(12) });

/** Door times as texts in UTC, for reading. */
function door(hours: OpeningHours | undefined, now: string, once: readonly string[] = []) {
  const [opensAt = '', closesAt = ''] = once;
  const { opensAt: opens, closesAt: closes } = doorTimes(
    hours,
    {
      ...(opensAt !== '' && { opensAt: Date.parse(opensAt) }),
      ...(closesAt !== '' && { closesAt: Date.parse(closesAt) }),
    },
    Date.parse(now),
  );
  const text = (moment: number | undefined) =>
    moment === undefined ? '' : new Date(moment).toISOString().slice(0, 16);
  return `${text(opens)} – ${text(closes)}`;
}

describe('weekly opening hours', () => {
  it.each([
    ['before the first hour', '2026-11-23T08:00Z', '2026-11-23T09:00 – 2026-11-23T11:00'],
    ['at the first minute', '2026-11-23T09:00Z', ' – 2026-11-23T11:00'],
    ['within', '2026-11-23T10:30Z', ' – 2026-11-23T11:00'],
    ['at the last minute', '2026-11-23T11:00Z', '2026-11-24T09:00 – 2026-11-24T11:00'],
    ['on Friday after hours', '2026-11-27T15:00Z', '2026-11-30T09:00 – 2026-11-30T11:00'],
    ['on Sunday', '2026-11-29T12:00Z', '2026-11-30T09:00 – 2026-11-30T11:00'],
  ])('%s', (_when, now, expected) => {
    expect(door(mornings, now)).toBe(expected);
  });

  it('of none leave the times set once as they are', () => {
    const once = ['2026-11-23T08:00Z', '2026-11-24T08:00Z'];
    expect(door(undefined, '2026-11-20T08:00Z', once)).toBe('2026-11-23T08:00 – 2026-11-24T08:00');
    expect(door(lessons(), '2026-11-20T08:00Z')).toBe(' – ');
  });

  it('open once a week, just after they closed', () => {
    const monday = lessons({ days: [1], from: at(8), to: at(9) });
    expect(door(monday, '2026-11-23T08:00Z')).toBe('2026-11-30T07:00 – 2026-11-30T08:00');
  });

  it('of several spans a day, in any order, come one after the other', () => {
    const twice = lessons(
      { days: [1], from: at(14), to: at(15) },
      { days: [1], from: at(8), to: at(9) },
    );
    expect(door(twice, '2026-11-23T06:00Z')).toBe('2026-11-23T07:00 – 2026-11-23T08:00');
    expect(door(twice, '2026-11-23T08:30Z')).toBe('2026-11-23T13:00 – 2026-11-23T14:00');
  });

  it('that overlap or touch are one stretch, over midnight too', () => {
    const night = lessons(
      { days: [1], from: at(20), to: at(23) },
      { days: [1], from: at(22), to: at(24) },
      { days: [2], from: 0, to: at(2) },
    );
    expect(door(night, '2026-11-23T20:00Z')).toBe(' – 2026-11-24T01:00');
    expect(door(night, '2026-11-24T00:30Z')).toBe(' – 2026-11-24T01:00');
  });

  it('follow the day of the place, not of the server', () => {
    const auckland: OpeningHours = {
      timeZone: 'Pacific/Auckland',
      spans: [{ days: [1], from: at(9), to: at(10) }],
    };
    expect(door(auckland, '2026-11-22T19:00Z')).toBe('2026-11-22T20:00 – 2026-11-22T21:00');
  });
});

describe('weekly hours and times set once', () => {
  it.each([
    [
      'begin with the first lesson after the room opens',
      ['2026-12-01T00:00Z'],
      '2026-12-01T09:00 – 2026-12-01T11:00',
    ],
    [
      'begin in the middle of a lesson',
      ['2026-12-01T10:15Z'],
      '2026-12-01T10:15 – 2026-12-01T11:00',
    ],
    [
      'end in the middle of a lesson',
      ['', '2026-11-23T10:00Z'],
      '2026-11-23T09:00 – 2026-11-23T10:00',
    ],
    ['stay closed where no lesson is left', ['', '2026-11-23T08:30Z'], ' – 2026-11-23T08:00'],
    ['stay closed where it is over', ['', '2026-11-20T08:00Z'], ' – 2026-11-20T08:00'],
  ])('%s', (_what, once, expected) => {
    expect(door(mornings, '2026-11-23T08:00Z', once)).toBe(expected);
  });
});

describe('the change of the clocks', () => {
  const sunday = (from: number, to: number) => lessons({ days: [7], from, to });

  it('moves lessons in UTC, not on the wall', () => {
    expect(door(mornings, '2026-10-23T20:00Z')).toBe('2026-10-26T09:00 – 2026-10-26T11:00');
    expect(door(mornings, '2026-10-22T20:00Z')).toBe('2026-10-23T08:00 – 2026-10-23T10:00');
  });

  it('lets a skipped hour begin and end when the clocks jump', () => {
    const [now, jump] = ['2026-03-28T12:00Z', '2026-03-29T01:00'];
    expect(door(sunday(at(2, 30), at(4)), now)).toBe(`${jump} – 2026-03-29T02:00`);
    expect(door(sunday(at(1), at(2, 30)), now)).toBe(`2026-03-29T00:00 – ${jump}`);
  });

  it('leaves out a span that is skipped as a whole', () => {
    expect(door(sunday(at(2, 10), at(2, 50)), '2026-03-28T12:00Z')).toBe(
      '2026-04-05T00:10 – 2026-04-05T00:50',
    );
  });

  it('lets an hour that comes twice begin at the first and end at the second', () => {
    expect(door(sunday(at(2, 30), at(2, 45)), '2026-10-24T12:00Z')).toBe(
      '2026-10-25T00:30 – 2026-10-25T01:45',
    );
  });

  it('of half an hour works too', () => {
    const lordHowe: OpeningHours = {
      timeZone: 'Australia/Lord_Howe',
      spans: [{ days: [7], from: at(2, 10), to: at(3) }],
    };
    // On 4 October 2026 the clocks go from 02:00 to 02:30, which is 15:30 UTC of the day before.
    expect(door(lordHowe, '2026-10-03T12:00Z')).toBe('2026-10-03T15:30 – 2026-10-03T16:00');
  });

  it('is right at every minute of a year: open exactly when the wall says so', () => {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Berlin',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    const start = Date.parse('2026-01-01T00:00Z');
    for (let now = start; now < start + 365 * 24 * 60 * minute; now += 47 * minute) {
      const wall = format.format(now);
      const hour = Number(/(\d\d):/.exec(wall)?.[1]);
      const isOpen = doorTimes(mornings, {}, now).opensAt === undefined;
      expect([wall, isOpen]).toEqual([wall, !/Sat|Sun/.test(wall) && hour >= 10 && hour < 12]);
    }
  });
});
