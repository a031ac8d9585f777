import { make } from './page.ts';

/** Makes the element of a moment, in the words of the page's language and the person's time zone. */
export function timeOf(epochMs: number): HTMLElement {
  const date = new Date(epochMs);
  const format = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const text = new Intl.DateTimeFormat(document.documentElement.lang, format).format(date);
  const time = make('time', '', text) as HTMLTimeElement;
  time.dateTime = date.toISOString();
  return time;
}
