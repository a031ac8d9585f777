import { element } from './page.ts';

const section = element('recordings');

/** Gives a text of the recordings on this page, translated by the server. */
export function recordingWords(name: string): string {
  return section.dataset[`words${name[0]?.toUpperCase()}${name.slice(1)}`] ?? '';
}

/** Writes a moment for people: the hour alone when it is today. */
export function momentText(epochMs: number): string {
  const date = new Date(epochMs);
  const isToday = date.toDateString() === new Date().toDateString();
  const format = isToday
    ? ({ timeStyle: 'short' } as const)
    : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return new Intl.DateTimeFormat(document.documentElement.lang, format).format(date);
}
