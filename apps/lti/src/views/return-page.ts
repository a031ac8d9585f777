import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import type { Platform } from '../storage/platforms.ts';
import { hiddenFields } from './hidden-fields.ts';
import { layout } from './layout.ts';

interface HeldLaunch {
  readonly idToken: string;
  readonly code: string;
  readonly platform: Platform;
  readonly storage: { readonly target: string; readonly key: string };
}

/** Builds the page that asks the platform for what it kept, and brings it back with the token. */
export function returnPage(t: Translate, assets: Assets, held: HeldLaunch): string {
  const { idToken, code, platform, storage } = held;
  const body = html`
    <main
      class="page narrow"
      data-platform-origin="${new URL(platform.authorizationEndpoint).origin}"
      data-storage-target="${storage.target}"
      data-storage-key="${storage.key}"
    >
      <section class="card">
        <h1>${t('Meeting room')}</h1>
        <p role="status">${t('Opening the room …')}</p>
        <form id="return" method="post" action="/lti/launch/storage">
          ${hiddenFields({ code, id_token: idToken, storage_value: '' })}
          <noscript
            ><div class="actions"><button class="primary">${t('Continue')}</button></div></noscript
          >
        </form>
      </section>
    </main>
  `;
  return layout(t, assets, { title: t('Meeting room'), body, script: 'return.js' });
}
