import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import type { LoginRequest } from '../launch/login-request.ts';
import type { Platform } from '../storage/platforms.ts';
import { layout } from './layout.ts';
import { relaunchForm } from './relaunch-form.ts';

interface Entrance {
  /** The authorization endpoint with our request. */
  readonly next: string;
  readonly platform: Platform;
  readonly request: LoginRequest;
  /** What the platform shall keep, where it offers that. */
  readonly storage:
    | { readonly target: string; readonly key: string; readonly value: string }
    | undefined;
}

/**
 * Builds the page that finds out how this browser can be known again after it has been at its
 * platform, and goes on by itself. Where there is no way it offers a new window; the platform has
 * not been asked anything by then.
 */
export function entrancePage(t: Translate, assets: Assets, entrance: Entrance): string {
  const { next, platform, request, storage } = entrance;
  const { issuer, clientId } = platform;
  const body = html`
    <main
      class="page narrow"
      data-next="${next}"
      data-platform-origin="${new URL(platform.authorizationEndpoint).origin}"
      data-storage-target="${storage?.target ?? ''}"
      data-storage-key="${storage?.key ?? ''}"
      data-storage-value="${storage?.value ?? ''}"
    >
      <section class="card" id="checking">
        <h1>${t('Meeting room')}</h1>
        <p role="status">${t('Opening the room …')}</p>
        <noscript><a class="quiet" href="${next}">${t('Continue')}</a></noscript>
      </section>
      <section class="card" id="blocked" hidden>
        <h1>${t('Your browser wants a window of its own for this room')}</h1>
        <p
          role="status"
          id="why"
          data-text="${t('It does not let the room remember you inside this page. In a new window it usually works.')}"
        ></p>
        ${relaunchForm(t, { ...request, issuer, clientId }, 'window')}
        <p class="hint">${t('If that does not help, open the room again from your course.')}</p>
      </section>
    </main>
  `;
  return layout(t, assets, { title: t('Meeting room'), body, script: 'entrance.js' });
}
