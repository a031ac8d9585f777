import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import { layout } from './layout.ts';

/** Builds the page on which an administrator signs in with a code. Its script fills the code in. */
export function adminEnterPage(t: Translate, assets: Assets): string {
  const title = t('Administration');
  const body = html`
    <main class="page narrow">
      <section class="card">
        <h1>${title}</h1>
        <p id="explanation">
          ${t('A code lets you in, once. On the machine of this tool, this command prints one:')}
        </p>
        <p><code>pnpm cli admin invite</code></p>
        <form method="post" action="/admin/enter" class="fields">
          <label for="code">${t('Code')}</label>
          <input
            id="code"
            name="code"
            required
            maxlength="128"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
          />
          <div class="actions"><button class="primary">${t('Sign in')}</button></div>
        </form>
      </section>
    </main>
  `;
  return layout(t, assets, { title, body, script: 'admin-enter.js', style: 'admin.css' });
}
