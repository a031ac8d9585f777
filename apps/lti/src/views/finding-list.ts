import { message, type Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Finding } from '../doctor/finding.ts';
import type { Markup } from './layout.ts';

const marks: Record<Finding['level'], string> = {
  good: message('Good'),
  mind: message('Worth a look'),
  bad: message('Broken'),
};

/** Builds a list of what was found, each with its weight in words. */
export function findingList(t: Translate, findings: readonly Finding[]): Markup {
  return html`<ul class="card list findings">
    ${findings.map(
      ({ level, text, values }) =>
        html`<li>
          <span class="mark ${level}">${t(marks[level])}</span> <span>${t(text, values)}</span>
        </li>`,
    )}
  </ul>`;
}
