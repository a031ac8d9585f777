import type { LaunchHints, LaunchIntent } from './launch-intent.ts';

/** The errors of OAuth 2.0 and OpenID Connect that this LMS answers with. */
export type AuthorizationErrorCode =
  | 'invalid_request'
  | 'invalid_scope'
  | 'unsupported_response_type'
  | 'access_denied';

export type AuthorizationAnswer =
  /** Sign a token for this launch and post it to the tool. */
  | { kind: 'granted'; intent: LaunchIntent; nonce: string; state: string }
  /** Post this error to the tool: its address was proven, the rest was not. */
  | { kind: 'refused'; code: AuthorizationErrorCode; description: string; state?: string }
  /** Nothing may be sent anywhere, because the address to send to was not proven. */
  | { kind: 'untrusted'; reason: string };

export interface ToolRegistration {
  clientId: string;
  /** The one registered launch address. */
  redirectUri: string;
}

const LONGEST_VALUE = 2048;

/**
 * Decides an OIDC authorization request of the LTI login. A hint is redeemed only by a request
 * that is right in everything else, and then never again.
 *
 * Source: LTI 1.3 Security Framework section 5.1.1.2; OpenID Connect Core 3.2.2.1 and 3.1.2.6.
 */
export function answerAuthorizationRequest(
  params: URLSearchParams,
  registration: ToolRegistration,
  hints: LaunchHints,
): AuthorizationAnswer {
  const clientId = only(params, 'client_id');
  if (clientId !== registration.clientId) {
    return { kind: 'untrusted', reason: 'This LMS does not know the tool that sent you here.' };
  }
  // Compared byte for byte: a prefix or a query string more would leak the token elsewhere.
  if (only(params, 'redirect_uri') !== registration.redirectUri) {
    return {
      kind: 'untrusted',
      reason: 'The tool asked for an answer at an unregistered address.',
    };
  }
  const state = only(params, 'state');
  const refuse = (code: AuthorizationErrorCode, description: string): AuthorizationAnswer => ({
    kind: 'refused',
    code,
    description,
    ...(state !== undefined && { state }),
  });

  const repeated = [...new Set(params.keys())].find((name) => params.getAll(name).length > 1);
  if (repeated !== undefined) return refuse('invalid_request', 'A parameter was sent twice.');
  if (only(params, 'scope') !== 'openid') return refuse('invalid_scope', 'scope must be openid.');
  if (only(params, 'response_type') !== 'id_token') {
    return refuse('unsupported_response_type', 'response_type must be id_token.');
  }
  if (only(params, 'response_mode') !== 'form_post') {
    return refuse('invalid_request', 'response_mode must be form_post.');
  }
  if (only(params, 'prompt') !== 'none') return refuse('invalid_request', 'prompt must be none.');
  const nonce = only(params, 'nonce');
  if (nonce === undefined) return refuse('invalid_request', 'nonce is missing or too long.');
  if (state === undefined) return refuse('invalid_request', 'state is missing or too long.');

  const intent = hints.redeem(only(params, 'lti_message_hint') ?? '');
  if (intent === undefined) {
    return refuse('access_denied', 'This launch was already used, or is too old. Start it again.');
  }
  if (only(params, 'login_hint') !== intent.person.id) {
    return refuse('access_denied', 'The launch belongs to somebody else.');
  }
  return { kind: 'granted', intent, nonce, state };
}

/** Returns a parameter that was sent exactly once, is not empty and not overlong. */
function only(params: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = params.getAll(name);
  if (value === undefined || more.length > 0) return undefined;
  return value.length > 0 && value.length <= LONGEST_VALUE ? value : undefined;
}
