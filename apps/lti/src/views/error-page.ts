import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import { layout } from './layout.ts';

/** English texts that say what happened and what to do now. */
export interface Words {
  readonly what: string;
  readonly now: string;
}

/** Builds the page for a request that cannot be answered; the code is for whoever can help. */
export function errorPage(t: Translate, assets: Assets, words: Words, code: string): string {
  const what = t(words.what);
  const body = html`
    <main class="page narrow">
      <section class="card">
        <h1>${what}</h1>
        <p>${t(words.now)}</p>
        <p class="hint">${t('Code for support: {code}', { code })}</p>
      </section>
    </main>
  `;
  return layout(t, assets, { title: what, body });
}
