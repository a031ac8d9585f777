import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import { layout } from './layout.ts';

/** Builds the page for somebody the room does not admit at the moment. */
export function refusedPage(
  t: Translate,
  assets: Assets,
  { title, text }: { readonly title: string; readonly text: string },
): string {
  const body = html`
    <main class="page narrow">
      <section class="card">
        <h1>${title}</h1>
        <p>${text}</p>
        <p class="hint">${t('You can close this tab and go on in your course.')}</p>
      </section>
    </main>
  `;
  return layout(t, assets, { title, body });
}
