import { minute } from '../clock.ts';

/** The clocks of a place. Days count from the first of January 1970 there, minutes from midnight. */
export interface WallClock {
  /** Gives the day it is at a moment. */
  dayOf(moment: number): number;
  /** Gives the first moment at which the clocks are at a time, or beyond it where it is skipped. */
  first(day: number, minutes: number): number;
  /** Gives the last such moment; the two differ where the clocks are put back. */
  last(day: number, minutes: number): number;
}

const dayMs = 24 * 60 * minute;

/** Gives the clocks of a time zone, whose name must be one. Source: IANA time zones, as ICU has them. */
export function wallClock(timeZone: string): WallClock {
  const offsetAt = offsets(timeZone);

  function moments(day: number, minutes: number): readonly [first: number, last: number] {
    const wall = day * dayMs + minutes * minute;
    const before = wall - offsetAt(wall - dayMs);
    const after = wall - offsetAt(wall + dayMs);
    if (before === after) return [before, before];
    const [early, late] = before < after ? [before, after] : [after, before];
    const fits = [early, late].filter((moment) => moment + offsetAt(moment) === wall);
    const [one, other = one] = fits;
    if (one !== undefined && other !== undefined) return [one, other];
    // The clocks skip this time: the moment at which they do is the nearest one.
    const skip = changeBetween(early, late, offsetAt);
    return [skip, skip];
  }

  return {
    dayOf: (moment) => Math.floor((moment + offsetAt(moment)) / dayMs),
    first: (day, minutes) => moments(day, minutes)[0],
    last: (day, minutes) => moments(day, minutes)[1],
  };
}

/** Finds the moment at which the offset changes, to the second. */
function changeBetween(early: number, late: number, offsetAt: (moment: number) => number): number {
  let [before, after] = [early, late];
  const offset = offsetAt(before);
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (middle <= before) break;
    if (offsetAt(middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

const known = new Map<string, (moment: number) => number>();
/** Clocks are changed at quarters of an hour, so that one answer holds for the whole quarter. */
const quarter = 15 * minute;
const mostKept = 1000;

/** Tells how far the clocks of a time zone are ahead of UTC, and keeps the answers. */
function offsets(timeZone: string): (moment: number) => number {
  const before = known.get(timeZone);
  if (before) return before;
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const answers = new Map<number, number>();
  const offsetAt = (moment: number): number => {
    const key = Math.floor(moment / quarter);
    const answer = answers.get(key) ?? measured(key * quarter);
    if (answers.size === mostKept) answers.clear();
    answers.set(key, answer);
    return answer;
  };
  function measured(moment: number): number {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
    const wall = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
    return wall - moment;
  }
  known.set(timeZone, offsetAt);
  return offsetAt;
}

/** Tells whether a text names a time zone. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]{1,63}$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
