import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import { launchChecks } from '../launch/launch-checks.ts';
import type { StoredLaunchTrace } from '../storage/launch-traces.ts';
import { detailText } from './detail-text.ts';
import type { Markup } from './layout.ts';
import { moment } from './moment.ts';

/** Builds a list of launches: when, and how far each got. */
export function launchList(t: Translate, launches: readonly StoredLaunchTrace[]): Markup {
  return html`<ol class="card list">
    ${launches.map(
      (launch) =>
        html`<li class="entry">
          <span>${moment(t, launch.at)}</span>
          <span>
            ${outcome(t, launch)}
            <span class="details">${detailText(launch.detail)}</span>
          </span>
        </li>`,
    )}
  </ol>`;
}

function outcome(t: Translate, { outcome: code, passed, failed }: StoredLaunchTrace): Markup {
  if (failed === undefined) return html`<span class="mark good">${t('Let in')}</span>`;
  const values = { passed: passed.length, all: launchChecks.length, check: failed };
  return html`<span class="mark bad">${code}</span>
    ${t('{passed} of {all} checks passed, then stopped at "{check}".', values)}`;
}
