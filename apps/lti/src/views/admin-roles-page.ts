import { message } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { RoleRules } from '../roles/decide-standing.ts';
import { type Explanation, standingNames } from '../roles/explain.ts';
import { shortName } from '../roles/role-names.ts';
import { standings } from '../roles/standings.ts';
import type { Platform } from '../storage/platforms.ts';
import { adminLayout, type AdminMeans, formToken } from './admin-layout.ts';
import type { Markup } from './layout.ts';

const problems = {
  role_unreadable: message('This is no name of a role. Nothing was changed.'),
  too_many_rules: message('This platform has as many rules as it can have. Remove one first.'),
  no_roles: message('There are no roles in what you pasted.'),
} as const;

export interface AdminRolesPage {
  readonly platform: Platform;
  readonly rules: RoleRules;
  readonly notice?: string | undefined;
  /** What somebody would be whose roles were pasted. */
  readonly answer?: Explanation;
  /** What could not be done. */
  readonly problem?: keyof typeof problems;
}

/** Builds the page about the roles of one platform: what they mean, and what somebody would be. */
export function adminRolesPage(means: AdminMeans, page: AdminRolesPage): string {
  const { t } = means;
  const { platform, answer, problem, notice } = page;
  const body = html`
    <p><a href="/admin/platforms/${platform.id}">${platform.name}</a></p>
    ${problem === undefined ? '' : html`<p class="notice" role="alert">${t(problems[problem])}</p>`}
    ${answer === undefined ? '' : answerPart(means, answer)} ${tryPart(means, platform)}
    ${rulesPart(means, page)} ${addPart(means, platform)}
  `;
  return adminLayout(means, { title: t('Roles'), section: '/admin/platforms', body, notice });
}

function answerPart({ t }: AdminMeans, { what, why, roles }: Explanation): Markup {
  return html`<section class="card" aria-label="${t('The answer')}">
    <p class="state">${what}</p>
    <p>${why}</p>
    <ul class="details">
      ${roles.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`;
}

function tryPart({ t, visit }: AdminMeans, { id }: Platform): Markup {
  return html`<section class="card">
    <h2>${t('What will this user be?')}</h2>
    <form method="post" action="/admin/platforms/${id}/roles/try" class="fields">
      ${formToken(visit)}
      <label>
        ${t('Roles, or a launch of this person')}
        <textarea name="pasted" rows="4" required spellcheck="false"></textarea>
      </label>
      <p class="hint">
        ${t('Paste names of roles, or the token of a launch. It is read once and kept nowhere.')}
      </p>
      <div class="actions"><button class="quiet">${t('Find out')}</button></div>
    </form>
  </section>`;
}

function rulesPart({ t, visit }: AdminMeans, { platform, rules }: AdminRolesPage): Markup {
  const list = html`<ul class="card list">
    ${[...rules].map(
      ([role, standing]) =>
        html`<li class="decide">
          <span class="about">
            <span>${shortName(role)}</span>
            <span class="details">${t(standingNames[standing])}</span>
          </span>
          <form method="post" action="/admin/platforms/${platform.id}/roles/unset">
            ${formToken(visit)}
            <input type="hidden" name="role" value="${role}" />
            <button
              class="quiet"
              aria-label="${t('Remove the rule for {role}', { role: shortName(role) })}"
            >
              ${t('Remove')}
            </button>
          </form>
        </li>`,
    )}
  </ul>`;
  return html`<section>
    <h2>${t('Your rules')}</h2>
    ${rules.size === 0 ? html`<p class="card hint">${t('None: roles mean what is usual.')}</p>` : list}
  </section>`;
}

function addPart({ t, visit }: AdminMeans, { id }: Platform): Markup {
  return html`<section class="card">
    <h2>${t('A new rule')}</h2>
    <form method="post" action="/admin/platforms/${id}/roles" class="fields">
      ${formToken(visit)}
      <label>
        ${t('Role')}
        <input name="role" required maxlength="255" autocomplete="off" spellcheck="false" />
      </label>
      <p class="hint">
        ${t('A short name such as Mentor or Instructor#TeachingAssistant, or a whole one.')}
      </p>
      <label>
        ${t('Makes somebody')}
        <select name="standing">
          ${standings.map(
            (standing) =>
              html`<option value="${standing}" ${standing === 'viewer' ? 'selected' : ''}>
                ${t(standingNames[standing])}
              </option>`,
          )}
        </select>
      </label>
      <div class="actions"><button class="quiet">${t('Add')}</button></div>
    </form>
  </section>`;
}
