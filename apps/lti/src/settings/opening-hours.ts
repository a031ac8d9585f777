import { wallClock } from './wall-clock.ts';

/** A stretch of the day on some days of the week. */
export interface HoursSpan {
  /** 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** Minutes after midnight, 0 to 1439. */
  readonly from: number;
  /** Minutes after midnight, up to 1440, which is the end of the day. */
  readonly to: number;
}

/** The weekly hours of a room, by the clocks of one place. */
export interface OpeningHours {
  /** Name of the place's time zone, such as `Europe/Berlin`. */
  readonly timeZone: string;
  readonly spans: readonly HoursSpan[];
}

/** When the door is open, epoch ms; what is absent is not limited. */
export interface DoorTimes {
  readonly opensAt?: number;
  readonly closesAt?: number;
}

/** A week and the days that touch its ends: nothing opens that did not open within them. */
const daysAhead = 8;

/**
 * Gives the door times that hold at a moment: of the weekly hours, within the times set once for
 * the room. While it is open, `closesAt` is when it closes next; while it is closed, `opensAt` is
 * when it opens next, unless it stays closed, which `closesAt` in the past says.
 */
export function doorTimes(
  hours: OpeningHours | undefined,
  once: DoorTimes,
  now: number,
): DoorTimes {
  if (hours === undefined || hours.spans.length === 0) return once;
  const { opensAt: first = now, closesAt: last = Number.POSITIVE_INFINITY } = once;
  const from = Math.max(now, first);
  if (from >= last) return { closesAt: last };
  const open = nextStretch(hours, from);
  if (open === undefined || open.from >= last) return { closesAt: Math.min(now, last) };
  const closesAt = Math.min(open.to, last);
  return open.from <= now ? { closesAt } : { opensAt: open.from, closesAt };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Finds the stretch that lasts at a moment, else the first one after it; it begins no earlier. */
function nextStretch({ timeZone, spans }: OpeningHours, moment: number): Stretch | undefined {
  const clock = wallClock(timeZone);
  const today = clock.dayOf(moment);
  let found: Stretch | undefined;
  // Yesterday too: its last span may go over into today where days meet at midnight.
  for (let day = today - 1; day <= today + daysAhead; day += 1) {
    for (const { from, to } of spansOf(spans, weekday(day))) {
      const stretch = { from: clock.first(day, from), to: clock.last(day, to) };
      if (stretch.to <= moment || stretch.to <= stretch.from) continue;
      if (found === undefined) found = stretch;
      else if (stretch.from <= found.to) found = { ...found, to: Math.max(found.to, stretch.to) };
      else return begunBy(found, moment);
    }
  }
  return found && begunBy(found, moment);
}

function begunBy({ from, to }: Stretch, moment: number): Stretch {
  return { from: Math.max(from, moment), to };
}

function spansOf(spans: readonly HoursSpan[], day: number): readonly HoursSpan[] {
  return spans
    .filter(({ days }) => days.includes(day))
    .toSorted((one, other) => one.from - other.from || one.to - other.to);
}

/** Day 0, the first of January 1970, was a Thursday. */
function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
