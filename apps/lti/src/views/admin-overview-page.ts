import { html } from 'hono/html';
import type { Finding } from '../doctor/finding.ts';
import type { Counts, Totals } from '../storage/census.ts';
import type { StoredLaunchTrace } from '../storage/launch-traces.ts';
import { adminLayout, type AdminMeans } from './admin-layout.ts';
import { findingList } from './finding-list.ts';
import { launchList } from './launch-list.ts';

export interface Overview {
  readonly findings: readonly Finding[];
  readonly totals: Totals;
  readonly counts: Counts;
  /** Launches that ended before it was known from where they came. */
  readonly strayLaunches: readonly StoredLaunchTrace[];
}

/** Builds the page an administrator sees first: whether all is well, and how much there is. */
export function adminOverviewPage(means: AdminMeans, overview: Overview): string {
  const { t } = means;
  const { findings, totals, counts, strayLaunches } = overview;
  const number = new Intl.NumberFormat(t.language);
  const numbers: readonly (readonly [string, number])[] = [
    [t('Learning platforms'), totals.platforms],
    [t('Rooms'), totals.rooms],
    [t('Open pages'), counts.sessions],
    [t('Work that is late'), totals.overdueJobs],
    [t('Work that was given up'), totals.failedJobs],
  ];
  const body = html`
    <section>
      <h2>${t('Is all well?')}</h2>
      ${findingList(t, findings)}
    </section>
    <section>
      <h2>${t('In numbers')}</h2>
      <dl class="numbers">
        ${numbers.map(
          ([name, count]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${number.format(count)}</dd>
            </div>`,
        )}
      </dl>
    </section>
    ${
      strayLaunches.length === 0
        ? ''
        : html`<section>
            <h2>${t('Launches of no known platform')}</h2>
            ${launchList(t, strayLaunches)}
          </section>`
    }
  `;
  return adminLayout(means, { title: t('Overview'), section: '/admin', body });
}
