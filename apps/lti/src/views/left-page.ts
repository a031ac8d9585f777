import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import { layout } from './layout.ts';

/** Builds the page a browser comes back to after a meeting. */
export function leftPage(t: Translate, assets: Assets, roomId: string): string {
  const body = html`
    <main class="page narrow" data-room="${roomId}">
      <section class="card">
        <h1>${t('You have left the room')}</h1>
        <p>${t('You can close this tab and go on in your course.')}</p>
        <p class="actions" id="back" hidden>
          <a class="quiet" href="/room/${roomId}?lang=${t.language}"
            >${t('Back to the room page')}</a
          >
        </p>
      </section>
    </main>
  `;
  return layout(t, assets, { title: t('You have left the room'), body, script: 'left.js' });
}
