import { getCanonicalLocale } from '@nextcloud/l10n';

const moment = new Intl.DateTimeFormat(getCanonicalLocale(), {
  dateStyle: 'medium',
  timeStyle: 'short',
});
const day = new Intl.DateTimeFormat(getCanonicalLocale(), { dateStyle: 'medium' });
const clock = new Intl.DateTimeFormat(getCanonicalLocale(), { timeStyle: 'short' });

/** Says a date with its time of day. */
export const momentWords = (epochMs: number): string => moment.format(epochMs);

/** Says a time of day. */
export const clockWords = (epochMs: number): string => clock.format(epochMs);

/** Says a date. */
export const dayWords = (epochMs: number): string => day.format(epochMs);
