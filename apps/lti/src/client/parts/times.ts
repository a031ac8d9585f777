const { lang } = document.documentElement;

const day = new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long' });
const hour = new Intl.DateTimeFormat(lang, { timeStyle: 'short' });

/** Writes a time with its day, in the hours of the place where the page is. */
function dayAndHour(epochMs: number): string {
  return `${day.format(epochMs)}, ${hour.format(epochMs)}`;
}

/** Writes the hour of a time. */
export function hourOf(epochMs: number): string {
  return hour.format(epochMs);
}

/** Puts a time into a text with a place for it. */
export function withTime({ text, at }: { readonly text: string; readonly at?: number }): string {
  return at === undefined ? text : text.replace('{time}', dayAndHour(at));
}
