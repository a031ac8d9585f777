import { message } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { StoredLaunchTrace } from '../storage/launch-traces.ts';
import type { Platform, PlatformSettings } from '../storage/platforms.ts';
import { adminLayout, type AdminMeans, formToken } from './admin-layout.ts';
import { launchList } from './launch-list.ts';
import type { Markup } from './layout.ts';

export interface ShownPlatform {
  readonly platform: Platform;
  readonly deployments: readonly string[];
  readonly waiting: readonly string[];
  readonly change: PlatformSettings | undefined;
  readonly launches: readonly StoredLaunchTrace[];
  readonly notice: string | undefined;
  /** Further pages about this platform. */
  readonly links: readonly { readonly path: string; readonly label: string }[];
}

const sources: Record<Platform['source'], string> = {
  file: message('the platforms file'),
  command: message('a command'),
  registration: message('an invitation'),
};

/** Builds the page of one platform: what it is, what waits, and how its last launches went. */
export function adminPlatformPage(means: AdminMeans, shown: ShownPlatform): string {
  const { t } = means;
  const { platform, launches, notice } = shown;
  const body = html`
    ${facts(means, shown)} ${waitingPart(means, shown)} ${changePart(means, shown)}
    <section class="card">
      <h2>${t('What you can do')}</h2>
      <div class="actions">
        <a class="quiet" href="/admin/platforms/${platform.id}/diagnosis">${t('Examine it')}</a>
        ${shown.links.map(({ path, label }) => html`<a class="quiet" href="${path}">${label}</a>`)}
        ${switchForm(means, platform)}
      </div>
    </section>
    <section>
      <h2>${t('The last launches')}</h2>
      ${
        launches.length === 0
          ? html`<p class="card hint">${t('None has been tried within 30 days.')}</p>`
          : launchList(t, launches)
      }
    </section>
  `;
  return adminLayout(means, { title: platform.name, section: '/admin/platforms', body, notice });
}

function facts({ t }: AdminMeans, { platform, deployments }: ShownPlatform): Markup {
  const rows: readonly (readonly [string, string])[] = [
    [t('Issuer'), platform.issuer],
    [t('Client id'), platform.clientId],
    [t('Login'), platform.authorizationEndpoint],
    [t('Its keys'), platform.jwksUri],
    [t('Tokens'), platform.tokenEndpoint],
    [t('Deployments let in'), deployments.join(', ')],
    [t('Further pages around our rooms'), platform.frameOrigins.join(', ')],
    [t('Registered by'), t(sources[platform.source])],
  ];
  return html`<section class="card">
    ${platform.enabled ? '' : html`<p class="state">${t('Switched off: nobody can come in.')}</p>`}
    <dl class="facts">
      ${rows
        .filter(([, value]) => value !== '')
        .map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
    </dl>
  </section>`;
}

function waitingPart({ t, visit }: AdminMeans, { platform, waiting }: ShownPlatform): Markup {
  if (waiting.length === 0) return html``;
  return html`<section>
    <h2>${t('Deployments that wait')}</h2>
    <p class="hint">
      ${t('Somebody tried to open a room from these places. Let in only those you know.')}
    </p>
    <ul class="card list">
      ${waiting.map(
        (deployment) =>
          html`<li class="decide">
            <span class="about">${deployment}</span>
            ${
              platform.source === 'file'
                ? html`<span class="badge">${t('add it to the platforms file')}</span>`
                : html`<form method="post" action="/admin/platforms/${platform.id}/allow">
                    ${formToken(visit)}
                    <input type="hidden" name="deployment" value="${deployment}" />
                    <button class="quiet">${t('Let it in')}</button>
                  </form>`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}

function changePart({ t, visit }: AdminMeans, { platform, change }: ShownPlatform): Markup {
  if (!change) return html``;
  return html`<section class="card">
    <h2>${t('It wants other addresses')}</h2>
    <p>
      ${t('Whoever holds its new keys may say who anybody is. Agree only if its administrator tells you the same.')}
    </p>
    <dl class="facts">
      <dt>${t('Login')}</dt>
      <dd>${change.authorizationEndpoint}</dd>
      <dt>${t('Its keys')}</dt>
      <dd>${change.jwksUri}</dd>
      <dt>${t('Tokens')}</dt>
      <dd>${change.tokenEndpoint}</dd>
      <dt>${t('Deployments')}</dt>
      <dd>${change.deploymentIds.join(', ')}</dd>
    </dl>
    <form method="post" action="/admin/platforms/${platform.id}/approve">
      ${formToken(visit)}
      <div class="actions"><button class="quiet">${t('Use the new addresses')}</button></div>
    </form>
  </section>`;
}

function switchForm({ t, visit }: AdminMeans, { id, switchedOff }: Platform): Markup {
  return html`<form method="post" action="/admin/platforms/${id}/switch">
    ${formToken(visit)}
    <input type="hidden" name="to" value="${switchedOff ? 'on' : 'off'}" />
    <button class="quiet ${switchedOff ? '' : 'danger'}">
      ${switchedOff ? t('Switch on') : t('Switch off')}
    </button>
  </form>`;
}
