import { ToolError } from '../http/tool-error.ts';
import type { Logins } from '../storage/logins.ts';
import type { Deployments } from '../storage/deployments.ts';
import type { Platform, Platforms } from '../storage/platforms.ts';
import { hashOf, newToken } from '../tokens.ts';
import type { LoginRequest } from './login-request.ts';

/**
 * Finds the registration a login initiation belongs to.
 *
 * Throws `platform_unknown` (`platform_test_copy` for one of Canvas's copies) or
 * `platform_ambiguous` (several registrations and no client id).
 */
export async function platformOf(request: LoginRequest, platforms: Platforms): Promise<Platform> {
  const [platform, another] = await platforms.find(request.issuer, request.clientId);
  if (!platform) {
    throw new ToolError(isTestCopy(request.issuer) ? 'platform_test_copy' : 'platform_unknown');
  }
  if (another) throw new ToolError('platform_ambiguous');
  return platform;
}

/** Canvas keeps copies of a school for trying out, each with an issuer of its own. */
function isTestCopy(issuer: string): boolean {
  return /^https:\/\/canvas\.(?:beta|test)\.instructure\.com$/.test(issuer);
}

/** A login under way: what the browser keeps, and where it goes. */
export interface BegunLogin {
  readonly state: string;
  readonly binding: string;
  /** What the platform shall keep for this browser, and in which of its frames. */
  readonly storage: { readonly target: string; readonly value: string } | undefined;
  /** The platform's authorization endpoint with the authentication request. */
  readonly location: string;
}

interface LoginDesk {
  readonly deployments: Deployments;
  readonly logins: Logins;
  /** Our registered redirect URI. */
  readonly redirectUri: string;
}

/**
 * Begins a login: stores state and nonce, and builds the authentication request. Source: LTI 1.3
 * security framework, section 5.1.1.2.
 *
 * Throws `platform_disabled`, `deployment_unknown` or `too_many_logins`.
 */
export async function beginLogin(
  request: LoginRequest,
  platform: Platform,
  desk: LoginDesk,
): Promise<BegunLogin> {
  if (!platform.enabled) throw new ToolError('platform_disabled');
  const { deploymentHint } = request;
  if (
    deploymentHint !== undefined &&
    !(await desk.deployments.isWelcome(platform.id, deploymentHint))
  ) {
    throw new ToolError('deployment_unknown');
  }
  const [state, nonce, binding] = [newToken(), newToken(), newToken()];
  const { storageTarget } = request;
  const storage =
    storageTarget === undefined ? undefined : { target: storageTarget, value: newToken() };
  const stored = await desk.logins.add(state, {
    platformId: platform.id,
    nonce,
    bindingHash: hashOf(binding),
    targetLinkUri: request.targetLinkUri,
    loginHint: request.loginHint,
    messageHint: request.messageHint,
    deploymentHint,
    storage: storage && { target: storage.target, valueHash: hashOf(storage.value) },
  });
  if (!stored) throw new ToolError('too_many_logins');

  const location = new URL(platform.authorizationEndpoint);
  // An endpoint may have a query of its own. Set one by one, each would write the whole address anew.
  const query = new URLSearchParams(location.search);
  const parameters = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: platform.clientId,
    redirect_uri: desk.redirectUri,
    login_hint: request.loginHint,
    ...(request.messageHint !== undefined && { lti_message_hint: request.messageHint }),
    state,
    nonce,
  };
  for (const [name, value] of Object.entries(parameters)) query.set(name, value);
  location.search = query.toString();
  return { state, binding, storage, location: location.href };
}
