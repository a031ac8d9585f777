import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import { adminLayout, type AdminMeans, formToken } from './admin-layout.ts';
import type { Markup } from './layout.ts';
import { moment } from './moment.ts';

/** One of our keys, without anything that is not public. */
export interface ShownKey {
  readonly kid: string;
  readonly signsFrom: number;
  /** When it is published no longer; absent for the newest. */
  readonly leavesAt: number | undefined;
}

/** Builds the page about the keys we sign with towards platforms. */
export function adminKeysPage(
  means: AdminMeans,
  { keys, now, notice }: { keys: readonly ShownKey[]; now: number; notice: string | undefined },
): string {
  const { t, visit } = means;
  const current = keys.findLast(({ signsFrom }) => signsFrom <= now);
  const nextWaits = keys.some(({ signsFrom }) => signsFrom > now);
  const body = html`
    <section class="card">
      <p>
        ${t('We sign with these keys towards learning platforms. A key gets a successor by itself after 90 days.')}
      </p>
      <ul class="list">
        ${keys.map(
          (key) =>
            html`<li class="entry">
              <span>${use(t, key, now, key === current)}</span> <span><code>${key.kid}</code></span>
            </li>`,
        )}
      </ul>
      ${
        nextWaits
          ? html`<p class="hint">
              ${t('The next key is published and takes over in a day at most.')}
            </p>`
          : html`<form method="post" action="/admin/keys/rotate">
              ${formToken(visit)}
              <div class="actions">
                <button class="quiet">${t('Publish the next key')}</button>
              </div>
            </form>`
      }
    </section>
  `;
  return adminLayout(means, { title: t('Our keys'), section: '/admin/keys', body, notice });
}

function use(
  t: Translate,
  { signsFrom, leavesAt }: ShownKey,
  now: number,
  isCurrent: boolean,
): Markup {
  if (isCurrent) return html`${t('in use')}`;
  if (signsFrom > now) return html`${t('signs from')} ${moment(t, signsFrom)}`;
  return html`${t('published until')} ${moment(t, leavesAt ?? now)}`;
}
