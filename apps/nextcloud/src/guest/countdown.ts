const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Says how long it is until a moment, such as "in 5 minutes"; in seconds for the last minute. */
export function untilThen(ms: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language || undefined, { numeric: 'always' });
  if (ms >= 2 * day) return words.format(Math.floor(ms / day), 'day');
  if (ms >= 2 * hour) return words.format(Math.floor(ms / hour), 'hour');
  if (ms >= minute) return words.format(Math.ceil(ms / minute), 'minute');
  return words.format(Math.ceil(Math.max(ms, 0) / second), 'second');
}
