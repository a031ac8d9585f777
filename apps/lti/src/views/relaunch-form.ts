import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import { hiddenFields } from './hidden-fields.ts';
import type { Markup } from './layout.ts';

/** What a platform said when it began a login. */
export interface LoginWords {
  readonly issuer: string;
  readonly clientId: string;
  readonly loginHint: string;
  readonly targetLinkUri: string;
  readonly messageHint: string | undefined;
  readonly deploymentHint: string | undefined;
}

/** Builds the form that begins a login anew, with the same words, here or in a new window. */
export function relaunchForm(t: Translate, login: LoginWords, where: 'here' | 'window'): Markup {
  const inWindow = where === 'window';
  const fields = hiddenFields({
    iss: login.issuer,
    client_id: login.clientId,
    login_hint: login.loginHint,
    target_link_uri: login.targetLinkUri,
    lti_message_hint: login.messageHint,
    lti_deployment_id: login.deploymentHint,
  });
  return html`<form
    method="post"
    action="/lti/login"
    ${inWindow ? html`target="_blank" rel="noopener"` : ''}
  >
    ${fields}
    <div class="actions">
      <button class="primary">${inWindow ? t('Open in a new window') : t('Try again')}</button>
    </div>
  </form>`;
}
