import type { Context, Hono } from 'hono';
import { idToken } from './claims.ts';
import { type PostForm, redeemHint } from './login.ts';
import { formPage, messagePage } from './pages.ts';
import { type PlatformState, toolOf } from './state.ts';

/** Adds the address that answers logins, with a form that posts itself to the tool. */
export function addAuthorization(app: Hono, state: PlatformState): void {
  const answer = async (c: Context, params: Record<string, string>): Promise<Response> => {
    state.received.authorizations.push(params);
    const form = await authorize(state, params);
    return form === undefined
      ? c.html(messagePage('Invalid request', 'The launch cannot be answered.'), 400)
      : c.html(formPage(form));
  };
  app.get(state.profile.paths.authorization, (c) => answer(c, c.req.query()));
  app.post(state.profile.paths.authorization, async (c) =>
    answer(c, await c.req.parseBody<Record<string, string>>()),
  );
  app.get(state.profile.paths.keys, (c) => c.json({ keys: [state.key.publicJwk] }));
}

/**
 * Decides an authentication request, in the order and with the errors of the profile. Undefined
 * means that nothing may be posted anywhere. Sources: OpenID Connect core, section 3.1.2.6; LTI
 * 1.3 security framework, section 5.1.1.3.
 */
async function authorize(
  state: PlatformState,
  params: Record<string, string>,
): Promise<PostForm | undefined> {
  const { required, ...rules } = state.profile.authorization;
  const action = params['redirect_uri'] ?? '';
  const refuse = (error: string, text?: string): PostForm => ({
    action,
    fields: {
      error,
      ...(text !== undefined && { error_description: text }),
      state: params['state'] ?? '',
    },
  });
  const refuseEarly = (error: string): PostForm | undefined => {
    const isKnown = toolOf(state, params['client_id'])?.redirectUris.includes(action) ?? false;
    return rules.postsEarlyErrors && isKnown ? refuse(error) : undefined;
  };
  if (required.some((name) => (params[name] ?? '') === '')) return refuseEarly(rules.invalidError);
  if (params['scope'] !== 'openid') return refuseEarly('invalid_scope');
  if (params['response_type'] !== 'id_token') return refuseEarly('unsupported_response_type');
  const intent = redeemHint(state, params['lti_message_hint'] ?? '');
  if (!intent) return refuseEarly(rules.invalidError);
  // Compared byte for byte, and before anything is sent there.
  if (!intent.tool.redirectUris.includes(action)) return undefined;
  if (params['client_id'] !== intent.tool.clientId) return refuse('unauthorized_client');
  if (params['login_hint'] !== intent.person.id) return refuse(rules.strangerError);
  if (params['response_mode'] !== 'form_post') {
    return refuse(rules.invalidError, 'Invalid response_mode');
  }
  if ((params['prompt'] ?? 'none') !== 'none') return refuse(rules.invalidError, 'Invalid prompt');
  const token = await idToken(state, intent, params['nonce'] ?? '');
  return { action, fields: { id_token: token, state: params['state'] ?? '' } };
}
