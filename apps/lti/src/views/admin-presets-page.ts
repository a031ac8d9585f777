import { html } from 'hono/html';
import { type NamedTenant, tenantText } from '../settings/preset-form.ts';
import type { Preset } from '../storage/presets.ts';
import { adminLayout, type AdminMeans } from './admin-layout.ts';
import type { Markup } from './layout.ts';

export interface AdminPresetsPage {
  readonly presets: readonly Preset[];
  readonly tenants: readonly NamedTenant[];
  readonly notice: string | undefined;
}

/** Builds the page that lists the settings made ready for rooms. */
export function adminPresetsPage(means: AdminMeans, page: AdminPresetsPage): string {
  const { t } = means;
  const { presets, notice } = page;
  const body = html`
    <p class="hint">
      ${t('New rooms begin with the default. What it locks holds for all rooms at once, also for those that are there already.')}
    </p>
    ${
      presets.length === 0
        ? html`<p class="card hint">${t('There are none yet.')}</p>`
        : html`<ul class="card list">
            ${presets.map((preset) => listed(means, preset, page))}
          </ul>`
    }
    <p><a href="/admin/presets/new">${t('Make new ones')}</a></p>
  `;
  const title = t('Ready-made settings');
  return adminLayout(means, { title, section: '/admin/presets', body, notice });
}

function listed({ t }: AdminMeans, preset: Preset, { tenants }: AdminPresetsPage): Markup {
  const { id, name, tenant, values, locked, isDefault } = preset;
  const whose = tenants.find((each) => tenantText(each) === tenantText(tenant))?.label;
  const scope = tenant === undefined ? t('for all') : (whose ?? tenant.deploymentId);
  const count = Object.keys(values).length;
  return html`<li class="decide">
    <span class="about">
      <a href="/admin/presets/${id}">${name}</a>
      <span class="details">
        ${scope} · ${t.plural('{count} setting', '{count} settings', count)} ·
        ${t('{count} of them locked', { count: locked.length })}
      </span>
    </span>
    <span class="badge">${isDefault ? t('default') : ''}</span>
  </li>`;
}
