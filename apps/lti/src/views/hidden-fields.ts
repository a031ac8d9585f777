import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/** Builds the hidden fields of a form; those without a value are left out. */
export function hiddenFields(fields: Readonly<Record<string, string | undefined>>): Markup[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`],
  );
}
