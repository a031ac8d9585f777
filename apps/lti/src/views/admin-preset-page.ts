import { message } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { PresetViolation } from '../settings/preset-file.ts';
import {
  groupsOf,
  type NamedTenant,
  type PresetField,
  type PresetForm,
  tenantText,
} from '../settings/preset-form.ts';
import { adminLayout, type AdminMeans, formToken } from './admin-layout.ts';
import type { Markup } from './layout.ts';
import { violationWords } from './setting-words.ts';

const problems = {
  wrong: message('Nothing was saved yet: please look at the marked fields'),
  taken: message('There are settings with this name already. Please choose another name.'),
} as const;

export type PresetProblem = keyof typeof problems;

export interface AdminPresetPage {
  /** Absent while it is new. */
  readonly id?: string;
  readonly form: PresetForm;
  readonly tenants: readonly NamedTenant[];
  readonly problem?: PresetProblem;
  readonly violations: readonly PresetViolation[];
}

/** Builds the page on which an administrator makes or changes a preset. */
export function adminPresetPage(means: AdminMeans, page: AdminPresetPage): string {
  const { t, visit } = means;
  const { id, form, problem } = page;
  const body = html`
    <p><a href="/admin/presets">${t('Ready-made settings')}</a></p>
    ${problem === undefined ? '' : html`<p class="notice" role="alert">${t(problems[problem])}</p>`}
    <form method="post" action="/admin/presets/${id ?? 'new'}" class="preset">
      ${formToken(visit)} ${headPart(means, page)}
      <p class="hint">
        ${t('What stays empty is for the teachers to decide. Locked is what they cannot change.')}
      </p>
      ${groupsOf(form).map(({ label, fields }) => groupPart(means, label, fields, page))}
      <div class="actions"><button class="primary">${t('Save')}</button></div>
    </form>
    ${id === undefined ? '' : removePart(means, id)}
  `;
  const title = form.name === '' || id === undefined ? t('New ready-made settings') : form.name;
  return adminLayout(means, { title, section: '/admin/presets', body });
}

function headPart({ t }: AdminMeans, page: AdminPresetPage): Markup {
  const { id, form, tenants, violations } = page;
  const chosen = tenantText(form.tenant);
  const wrong = violations.some(({ path }) => path === 'name');
  const naming = html`<label>
      ${t('Name')}
      <input name="name" required maxlength="100" value="${form.name}" autocomplete="off" />
    </label>
    <p class="error">${wrong ? t('Please enter a name of one line.') : ''}</p>
    <label>
      ${t('For which rooms')}
      <select name="tenant">
        <option value="">${t('All')}</option>
        ${tenants.map((tenant) => option(tenantText(tenant), tenant.label, chosen))}
      </select>
    </label>`;
  const whose = tenants.find((tenant) => tenantText(tenant) === chosen)?.label ?? t('All');
  return html`<section class="card fields">
    ${id === undefined ? naming : html`<p>${t('For which rooms')}: ${whose}</p>`}
    <label class="check">
      <input type="checkbox" name="default" ${form.isDefault ? html`checked` : ''} />
      ${t('New rooms begin with these settings')}
    </label>
  </section>`;
}

function groupPart(
  means: AdminMeans,
  label: string,
  fields: readonly PresetField[],
  { violations }: AdminPresetPage,
): Markup {
  const isUsed = ({ name, text, isLocked }: PresetField) =>
    text !== '' || isLocked || violations.some(({ path }) => path === name);
  return html`<details class="card" ${fields.some(isUsed) ? html`open` : ''}>
    <summary>
      <h2>${means.t(label)}</h2>
    </summary>
    ${fields.map((field) => fieldPart(means, field, violations))}
  </details>`;
}

function fieldPart(
  means: AdminMeans,
  field: PresetField,
  violations: readonly PresetViolation[],
): Markup {
  const { t } = means;
  const { name, setting, isLocked } = field;
  const violation = violations.find(({ path }) => path === name);
  const words = violation === undefined ? '' : wordsFor(means, violation, field);
  return html`<div class="setting">
    <label>
      <span class="label">${t(setting.label)}</span>
      ${inputPart(means, field, words !== '')}
    </label>
    <label class="check">
      <input type="checkbox" name="lock.${name}" ${isLocked ? html`checked` : ''} />
      <span>${t('locked')}<span class="unseen">: ${t(setting.label)}</span></span>
    </label>
    <p class="error" id="error-${name}">${words}</p>
  </div>`;
}

/** A lock without a value breaks the rule that there is something to lock. */
function wordsFor({ t }: AdminMeans, violation: PresetViolation, { text }: PresetField): string {
  return text === '' ? t('Please say what is to be locked.') : violationWords(violation, t);
}

function inputPart({ t }: AdminMeans, field: PresetField, isWrong: boolean): Markup {
  const { name, setting, text } = field;
  const about = html`name="value.${name}" aria-describedby="error-${name}"
  ${isWrong ? html`aria-invalid="true"` : ''}`;
  const unset = t('Not set');
  if (setting.control === 'switch') {
    return html`<select ${about}>
      ${option('', unset, text)} ${option('yes', t('Yes'), text)} ${option('no', t('No'), text)}
    </select>`;
  }
  if (setting.control === 'choice') {
    return html`<select ${about}>
      ${option('', unset, text)}
      ${(setting.values ?? []).map(({ value, label }) => option(value, t(label), text))}
    </select>`;
  }
  if (setting.control === 'block') return html`<textarea ${about} rows="3">${text}</textarea>`;
  const numeric = setting.control === 'number' ? html`inputmode="numeric"` : '';
  return html`<input ${about} ${numeric} value="${text}" autocomplete="off" />`;
}

function option(value: string, label: string, chosen: string): Markup {
  return html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${label}</option>`;
}

function removePart({ t, visit }: AdminMeans, id: string): Markup {
  return html`<details class="card removing">
    <summary>
      <h2>${t('Remove these settings')}</h2>
    </summary>
    <p>${t('Rooms keep what they have, but nothing of it is locked any more.')}</p>
    <form method="post" action="/admin/presets/${id}/remove">
      ${formToken(visit)}
      <div class="actions"><button class="primary danger">${t('Remove')}</button></div>
    </form>
  </details>`;
}
