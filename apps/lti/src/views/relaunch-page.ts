import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import type { Relaunch } from '../launch/take-login.ts';
import { layout, type Markup } from './layout.ts';

/**
 * Builds the page for a launch that works when it begins anew: in a window of its own where the
 * frame kept our cookies away, in the same place where it only took too long.
 */
export function relaunchPage(t: Translate, assets: Assets, again: Relaunch): Markup {
  const framed = again.code === 'browser_not_bound';
  const title = framed
    ? t('Your browser wants a window of its own for this room')
    : t('That took too long');
  const text = framed
    ? t('It does not let the room remember you inside this page. In a new window it usually works.')
    : t('The way from your course to the room may take ten minutes. Please try again.');
  const body = html`
    <main class="page narrow">
      <section class="card">
        <h1>${title}</h1>
        <p>${text}</p>
        <form
          method="post"
          action="/lti/login"
          ${framed ? html`target="_blank" rel="noopener"` : ''}
        >
          ${hiddenFields(again)}
          <div class="actions">
            <button class="primary">${framed ? t('Open in a new window') : t('Try again')}</button>
          </div>
        </form>
        <p class="hint">${t('If that does not help, open the room again from your course.')}</p>
        <p class="hint">${t('Code for support: {code}', { code: again.code })}</p>
      </section>
    </main>
  `;
  return layout(t, assets, { title, body });
}

/** The login begins anew with what the platform said the first time. */
function hiddenFields({ login, platform }: Relaunch): Markup[] {
  const fields = {
    iss: platform.issuer,
    client_id: platform.clientId,
    login_hint: login.loginHint,
    target_link_uri: login.targetLinkUri,
    lti_message_hint: login.messageHint,
    lti_deployment_id: login.deploymentHint,
  };
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`],
  );
}
