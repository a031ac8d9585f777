import { html } from 'hono/html';
import type { AuditPage } from '../storage/audit.ts';
import { adminLayout, type AdminMeans } from './admin-layout.ts';
import { detailText } from './detail-text.ts';
import type { Markup } from './layout.ts';
import { moment } from './moment.ts';

export interface ShownAudit extends AuditPage {
  /** The filter as it was typed, by field. */
  readonly typed: Readonly<Record<'action' | 'actor' | 'platform' | 'from' | 'to', string>>;
  readonly platforms: readonly { readonly id: string; readonly name: string }[];
}

/** Builds the page that shows what people with power did. */
export function adminAuditPage(means: AdminMeans, shown: ShownAudit): string {
  const { t } = means;
  const { entries, next, typed } = shown;
  const query = (more: Record<string, string>) =>
    new URLSearchParams({ ...typed, ...more }).toString();
  const body = html`
    ${filterForm(means, shown)}
    <section>
      ${
        entries.length === 0
          ? html`<p class="card hint">${t('Nothing was done that fits.')}</p>`
          : html`<ol class="card list">
              ${entries.map((entry) => {
                const { at, actor, action, platformId, deploymentId, roomId, detail } = entry;
                const ids = {
                  ...(platformId !== undefined && { platform: nameOf(shown, platformId) }),
                  ...(deploymentId !== undefined && { deployment: deploymentId }),
                  ...(roomId !== undefined && { room: roomId }),
                };
                return html`<li class="entry">
                  <span>${moment(t, at)}</span>
                  <span class="about">
                    <span><strong>${action}</strong> ${actor}</span>
                    <span class="details">${detailText({ ...ids, ...detail })}</span>
                  </span>
                </li>`;
              })}
            </ol>`
      }
      <div class="actions">
        ${
          next === undefined
            ? ''
            : html`<a class="quiet" href="/admin/audit?${query({ after: next })}">
                ${t('Earlier')}
              </a>`
        }
        <a class="quiet" href="/admin/audit.csv?${query({})}">${t('Download as CSV')}</a>
      </div>
    </section>
  `;
  return adminLayout(means, { title: t('What was done'), section: '/admin/audit', body });
}

function nameOf({ platforms }: ShownAudit, platformId: string): string {
  return platforms.find(({ id }) => id === platformId)?.name ?? platformId;
}

function filterForm({ t }: AdminMeans, { typed, platforms }: ShownAudit): Markup {
  return html`<form class="card fields row" method="get" action="/admin/audit">
    <label>
      ${t('Action')}
      <input name="action" value="${typed.action}" maxlength="64" placeholder="meeting" />
    </label>
    <label>
      ${t('Who')}
      <input name="actor" value="${typed.actor}" maxlength="64" />
    </label>
    <label>
      ${t('Learning platform')}
      <select name="platform">
        <option value="">${t('all')}</option>
        ${platforms.map(
          ({ id, name }) =>
            html`<option value="${id}" ${id === typed.platform ? html`selected` : ''}>
              ${name}
            </option>`,
        )}
      </select>
    </label>
    <label>
      ${t('From')}
      <input type="date" name="from" value="${typed.from}" />
    </label>
    <label>
      ${t('Until')}
      <input type="date" name="to" value="${typed.to}" />
    </label>
    <button class="primary">${t('Show')}</button>
  </form>`;
}
