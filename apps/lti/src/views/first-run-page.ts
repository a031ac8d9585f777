import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import { layout } from './layout.ts';

/** Builds the page of a tool that knows no learning platform yet: what to do now, in three steps. */
export function firstRunPage(t: Translate, assets: Assets): string {
  const title = t('The tool runs. Three steps to the first room');
  const body = html`
    <main class="page narrow">
      <section class="card">
        <h1>${title}</h1>
        <ol class="steps">
          <li>
            <strong>${t('Sign in')}</strong>
            <p>
              ${t('On the machine of this tool, in its folder, run the command below. Then open the address it prints.')}
            </p>
            <p><code>pnpm cli admin invite</code></p>
          </li>
          <li>
            <strong>${t('Look at the overview')}</strong>
            <p>
              ${t('It says whether the meeting server, the database and the address of this tool are well, and what to do if not.')}
            </p>
          </li>
          <li>
            <strong>${t('Connect your learning platform')}</strong>
            <p>
              ${t('Under "Learning platforms" you make an invitation: an address to paste into Moodle, Canvas or another platform.')}
            </p>
          </li>
        </ol>
        <div class="actions"><a class="quiet" href="/admin/enter">${t('I have a code')}</a></div>
      </section>
    </main>
  `;
  return layout(t, assets, { title, body, style: 'admin.css' });
}
