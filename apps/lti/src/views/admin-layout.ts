import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { AdminVisit } from '../admin/admin-pages.ts';
import { type AdminSection, adminSections } from '../admin/sections.ts';
import type { Assets } from '../http/assets.ts';
import { layout, type Markup } from './layout.ts';

export interface AdminPage {
  readonly title: string;
  readonly body: Markup;
  /** The entry of the menu that this page belongs to. */
  readonly section: AdminSection;
  /** What was just done, in one sentence. */
  readonly notice?: string | undefined;
}

/** What pages of administrators are made with. */
export interface AdminMeans {
  readonly t: Translate;
  readonly assets: Assets;
  readonly visit: AdminVisit;
}

/** Builds a page for administrators: menu, heading, and what the page is about. */
export function adminLayout({ t, assets, visit }: AdminMeans, page: AdminPage): string {
  const { title, section, notice } = page;
  const body = html`
    <header class="admin-bar">
      <nav aria-label="${t('Administration')}">
        <ul>
          ${adminSections.map(
            ({ path, label }) =>
              html`<li>
                <a href="${path}" ${path === section ? html`aria-current="page"` : ''}
                  >${t(label)}</a
                >
              </li>`,
          )}
        </ul>
      </nav>
      <form method="post" action="/admin/leave">
        ${formToken(visit)}
        <button class="quiet">${t('Sign out')}</button>
      </form>
    </header>
    <main class="page admin">
      <h1>${title}</h1>
      <p class="notice done" role="status">${notice ?? ''}</p>
      ${page.body}
    </main>
  `;
  return layout(t, assets, { title, body, script: 'admin.js', style: 'admin.css' });
}

/** Builds the hidden field by which we know a form as ours; every form that posts needs it. */
export function formToken({ formToken: token }: AdminVisit): Markup {
  return html`<input type="hidden" name="form_token" value="${token}" />`;
}
