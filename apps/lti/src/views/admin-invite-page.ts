import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import { adminLayout, type AdminMeans } from './admin-layout.ts';
import { afterSteps } from './after-steps.ts';

export interface Invitation {
  readonly address: string;
  readonly days: number;
}

/** Builds the page that shows an invitation, this once, and what to do with it on each platform. */
export function adminInvitePage(means: AdminMeans, { address, days }: Invitation): string {
  const { t } = means;
  const families = [
    ['Moodle', 'moodle'],
    ['Canvas', 'canvas'],
    ['Brightspace', 'brightspace'],
    [t('Another platform'), ''],
  ] as const;
  const body = html`
    <section class="card">
      <p>
        ${t.plural(
          'Copy this address now: it is shown only once, and works once within {count} day.',
          'Copy this address now: it is shown only once, and works once within {count} days.',
          days,
        )}
      </p>
      <p><code id="invitation">${address}</code></p>
      <div class="actions">
        <button
          type="button"
          class="primary"
          data-copy="invitation"
          data-copied="${t('Copied')}"
          hidden
        >
          ${t('Copy')}
        </button>
        <a class="quiet" href="/admin/platforms">${t('Done')}</a>
      </div>
    </section>
    <section>
      <h2>${t('What to do with it')}</h2>
      ${families.map(
        ([name, family]) =>
          html`<details class="card">
            <summary>${name}</summary>
            <ol>
              <li>${pasteStep(t, family)}</li>
              <li>${t('Agree on the page that asks whether to connect.')}</li>
              ${afterSteps(t, family).map((step) => html`<li>${step}</li>`)}
            </ol>
          </details>`,
      )}
    </section>
  `;
  return adminLayout(means, { title: t('Invitation'), section: '/admin/platforms', body });
}

function pasteStep(t: Translate, family: string): string {
  switch (family) {
    case 'moodle':
      return t(
        'In Moodle, open Site administration, Plugins, External tool, Manage tools, paste the address as Tool URL and press Add LTI Advantage.',
      );
    case 'canvas':
      return t(
        'In Canvas, open Admin, Developer Keys, choose to add an LTI registration, and paste the address.',
      );
    case 'brightspace':
      return t(
        'In Brightspace, open Manage Extensibility, LTI Advantage, choose Register Tool and Dynamic, and paste the address.',
      );
    default:
      return t('Find where it registers LTI tools dynamically, and paste the address there.');
  }
}
