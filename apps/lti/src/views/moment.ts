import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/** Builds a time; the page's script shows it in the time zone of the reader. */
export function moment({ language }: Translate, at: number): Markup {
  const date = new Date(at);
  const text = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(date);
  return html`<time datetime="${date.toISOString()}">${text} UTC</time>`;
}
