import { html } from 'hono/html';
import type { Platform } from '../storage/platforms.ts';
import { adminLayout, type AdminMeans, formToken } from './admin-layout.ts';
import type { Markup } from './layout.ts';

export interface ListedPlatform extends Platform {
  /** How many decisions wait for an administrator. */
  readonly waiting: number;
}

export interface OwnAddresses {
  readonly login: string;
  readonly launch: string;
  readonly keys: string;
}

/** Builds the page that lists the learning platforms and invites further ones. */
export function adminPlatformsPage(
  means: AdminMeans,
  platforms: readonly ListedPlatform[],
  addresses: OwnAddresses,
): string {
  const { t, visit } = means;
  const body = html`
    <section>
      ${
        platforms.length === 0
          ? html`<p class="card hint">${t('No learning platform is connected yet.')}</p>`
          : html`<ul class="card list">
              ${platforms.map((platform) => listed(means, platform))}
            </ul>`
      }
    </section>
    <section class="card">
      <h2>${t('Connect another one')}</h2>
      <p>
        ${t('An invitation is an address that its administrator pastes there. It works once, for one platform.')}
      </p>
      <form method="post" action="/admin/platforms/invite" class="fields row">
        ${formToken(visit)}
        <label>
          ${t('Good for')}
          <select name="days">
            ${[1, 7, 30].map(
              (days) =>
                html`<option value="${days}" ${days === 7 ? html`selected` : ''}>
                  ${t.plural('{count} day', '{count} days', days)}
                </option>`,
            )}
          </select>
        </label>
        <button class="primary">${t('Make an invitation')}</button>
      </form>
      <h2>${t('By hand')}</h2>
      <p>
        ${t('A platform that cannot register itself needs these addresses. Then run "pnpm cli platform add" with what it tells you.')}
      </p>
      <dl class="facts">
        <dt>${t('Login')}</dt>
        <dd><code>${addresses.login}</code></dd>
        <dt>${t('Launch and redirect')}</dt>
        <dd><code>${addresses.launch}</code></dd>
        <dt>${t('Our keys')}</dt>
        <dd><code>${addresses.keys}</code></dd>
      </dl>
    </section>
  `;
  return adminLayout(means, { title: t('Learning platforms'), section: '/admin/platforms', body });
}

function listed({ t }: AdminMeans, platform: ListedPlatform): Markup {
  const { id, name, issuer, enabled, waiting } = platform;
  return html`<li class="decide">
    <span class="about">
      <a href="/admin/platforms/${id}">${name}</a>
      <span class="details">${issuer}</span>
    </span>
    <span class="badge">
      ${enabled ? '' : t('switched off')}
      ${waiting > 0 ? t.plural('{count} decision waits', '{count} decisions wait', waiting) : ''}
    </span>
  </li>`;
}
