import { z } from 'zod';
import type { HoursSpan, OpeningHours } from './opening-hours.ts';
import type { HoursReply } from './settings-replies.ts';
import { isTimeZone } from './wall-clock.ts';

/** The shape of weekly hours as a page sends them. */
export const hoursShape = z
  .object({
    timeZone: z.string().max(64),
    spans: z
      .array(
        z.object({
          days: z.array(z.int().min(1).max(7)).max(7),
          from: z.string().max(5),
          to: z.string().max(5),
        }),
      )
      .max(28),
  })
  .nullable();

export type HoursGiven = z.infer<typeof hoursShape>;

/** Every rule that weekly hours can break, closed. */
export type HoursRule = 'zone' | 'days' | 'time' | 'order';

export interface HoursViolation {
  /** `hours.zone`, or `hours.0` for the first line. */
  readonly path: string;
  readonly rule: HoursRule;
}

/** Reads weekly hours, or says what is wrong with each line. No lines at all is always open. */
export function readHours(given: HoursGiven): {
  readonly hours: OpeningHours | undefined;
  readonly violations: readonly HoursViolation[];
} {
  if (given === null || given.spans.length === 0) return { hours: undefined, violations: [] };
  const { timeZone } = given;
  const violations: HoursViolation[] = isTimeZone(timeZone)
    ? []
    : [{ path: 'hours.zone', rule: 'zone' }];
  const spans: HoursSpan[] = [];
  for (const [index, { days, from, to }] of given.spans.entries()) {
    const span = {
      days: [...new Set(days)].toSorted((a, b) => a - b),
      from: minutesOf(from),
      to: endOf(to),
    };
    const rule = ruleBrokenBy(span);
    if (rule === undefined) spans.push(span);
    else violations.push({ path: `hours.${index}`, rule });
  }
  return { hours: { timeZone, spans }, violations };
}

/** Writes weekly hours as a page shows them. */
export function hoursReply(hours: OpeningHours | undefined): HoursReply | null {
  if (hours === undefined) return null;
  const { timeZone, spans } = hours;
  return {
    timeZone,
    spans: spans.map(({ days, from, to }) => ({ days, from: textOf(from), to: textOf(to) })),
  };
}

function ruleBrokenBy({ days, from, to }: HoursSpan): HoursRule | undefined {
  if (days.length === 0) return 'days';
  if (Number.isNaN(from) || Number.isNaN(to)) return 'time';
  return from < to ? undefined : 'order';
}

function minutesOf(text: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

/** Midnight at the end is the end of the day, which time fields cannot show otherwise. */
function endOf(text: string): number {
  return minutesOf(text) || (text === '00:00' ? dayMinutes : Number.NaN);
}

const dayMinutes = 24 * 60;

function textOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60) % 24, minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
