import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import type { Registered } from '../registration/register.ts';
import { afterSteps } from './after-steps.ts';
import { layout } from './layout.ts';

interface Connected {
  readonly platform: string;
  readonly family: string;
  /** Origin of the platform's page that may close this one. */
  readonly closeOrigin: string;
  readonly registered: Registered;
}

/** Builds the page after a registration: what became of it, and what is left to do. */
export function registeredPage(t: Translate, assets: Assets, connected: Connected): string {
  const { platform, family, closeOrigin, registered } = connected;
  const waits = registered.outcome === 'waiting';
  const title = waits
    ? t('{platform} waits for approval', { platform })
    : t('{platform} is connected', { platform });
  const steps = waits ? [waitingStep(t)] : afterSteps(t, family);
  const body = html`
    <main class="page narrow" data-close-origin="${closeOrigin}">
      <section class="card">
        <h1>${title}</h1>
        <h2>${t('What is left to do')}</h2>
        <ol>
          ${steps.map((step) => html`<li>${step}</li>`)}
        </ol>
        ${
          waits || registered.namedDeployment
            ? ''
            : html`<p class="hint">
                ${t('Open a room from a course soon: the first place it is opened from is let in by itself. Further ones need your permission.')}
              </p>`
        }
        <div class="actions" id="actions" hidden>
          <button type="button" class="primary" id="close">${t('Close')}</button>
        </div>
      </section>
    </main>
  `;
  return layout(t, assets, { title, body, script: 'registered.js' });
}

function waitingStep(t: Translate): string {
  return t(
    'This platform was connected before, with other addresses. Whoever runs this tool has to approve the new ones.',
  );
}
