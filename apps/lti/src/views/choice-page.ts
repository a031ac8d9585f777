import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { SettledChoice } from '../deep-linking/settle-choice.ts';
import type { Assets } from '../http/assets.ts';
import { hiddenFields } from './hidden-fields.ts';
import { layout } from './layout.ts';

/**
 * Builds the page that carries a choice to the platform: its form posts itself, or waits for a
 * click where no script runs. Source: LTI Deep Linking 2.0, section 4.5.
 */
export function choicePage(
  t: Translate,
  assets: Assets,
  { jwt, returnUrl }: SettledChoice,
): string {
  const title = t('Back to your course');
  const body = html`
    <main class="page narrow">
      <section class="card">
        <h1>${title}</h1>
        <p role="status">${t('One moment …')}</p>
        <form id="answer" method="post" action="${returnUrl}">
          ${hiddenFields({ JWT: jwt })}
          <div class="actions"><button class="primary">${t('Continue')}</button></div>
        </form>
      </section>
    </main>
  `;
  return layout(t, assets, { title, body, script: 'choice.js' });
}
