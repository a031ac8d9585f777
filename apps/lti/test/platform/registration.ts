import { randomBytes, randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import type { PlatformState, RegisteredTool } from './state.ts';

const platformConfiguration = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
const toolConfiguration = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

/** Adds the description of the platform and the address at which tools register themselves. */
export function addRegistration(app: Hono, state: PlatformState): void {
  const { profile } = state;
  app.get(profile.paths.configuration, (c) => {
    const token = bearerOf(c.req.header('authorization'));
    if (profile.registration.tokenForDescription && !state.registrationTokens.has(token)) {
      return c.json({ errorMessage: 'Invalid registration_token' }, 401);
    }
    return c.json(description(state));
  });

  app.post(profile.paths.registration, async (c) => {
    const token = bearerOf(c.req.header('authorization'));
    if (!state.registrationTokens.has(token)) return c.text('missing_registration_token', 401);
    const body = await c.req.json<Record<string, unknown>>();
    state.received.registrations.push(body);
    const tool = toolFrom(state, body);
    if (typeof tool === 'string') return c.text(tool, 400);
    state.registrationTokens.delete(token);
    state.tools.push(tool);
    const { namesDeployment } = profile.registration;
    const lti = body[toolConfiguration] as object;
    return c.json({
      ...body,
      client_id: tool.clientId,
      scope: tool.scopes.join(' '),
      [toolConfiguration]: {
        ...lti,
        ...(namesDeployment && { deployment_id: tool.deployments[0]?.id }),
      },
    });
  });
}

/** Source: LTI Dynamic Registration 1.0, section 2.1. */
function description({ profile, issuer, url, signInUrl, servicesUrl }: PlatformState): unknown {
  const { paths } = profile;
  return {
    issuer,
    authorization_endpoint: signInUrl + paths.authorization,
    token_endpoint: servicesUrl + paths.token,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    jwks_uri: servicesUrl + paths.keys,
    registration_endpoint: url + paths.registration,
    scopes_supported: [...profile.scopes, 'openid'],
    response_types_supported: ['id_token'],
    subject_types_supported: ['public', 'pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'iss', 'name', 'given_name', 'family_name', 'email'],
    [platformConfiguration]: {
      product_family_code: profile.family,
      version: profile.version,
      messages_supported: profile.messages,
      variables: profile.variables,
    },
  };
}

/** Reads a tool's wishes as Moodle does; a sentence says what is missing. */
function toolFrom(state: PlatformState, body: Record<string, unknown>): RegisteredTool | string {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  const lti = (body[toolConfiguration] ?? {}) as Record<string, unknown>;
  for (const name of ['initiate_login_uri', 'client_name', 'jwks_uri']) {
    if (text(body[name]) === '') return `missing required attribute ${name}`;
  }
  if (body['token_endpoint_auth_method'] !== 'private_key_jwt') {
    return 'invalid_token_endpoint_auth_method';
  }
  if (!list(body['response_types']).includes('id_token')) return 'invalid_response_types';
  const targetLinkUri = text(lti['target_link_uri']);
  if (text(lti['domain']) === '') return 'missing_domain';
  if (new URL(targetLinkUri).host !== lti['domain']) return 'domain_targetlinkuri_mismatch';
  const messages = (lti['messages'] ?? []) as { type?: string; target_link_uri?: string }[];
  const chooser = messages.find(({ type }) => type === 'LtiDeepLinkingRequest');
  const claims = list(lti['claims']);
  const privacy = text(lti['https://canvas.instructure.com/lti/privacy_level']);
  const byPrivacy = privacy !== '';
  const wished = text(body['scope']).split(' ');
  return {
    ...newInstallation(state),
    name: text(body['client_name']),
    loginUri: text(body['initiate_login_uri']),
    redirectUris: list(body['redirect_uris']),
    keysUri: text(body['jwks_uri']),
    targetLinkUri,
    chooserUri: chooser?.target_link_uri ?? targetLinkUri,
    offersChooser: chooser !== undefined,
    scopes: state.profile.scopes.filter((scope) => wished.includes(scope)),
    sendsName: byPrivacy ? ['public', 'name_only'].includes(privacy) : claims.includes('name'),
    sendsEmail: byPrivacy ? ['public', 'email_only'].includes(privacy) : claims.includes('email'),
    custom: (lti['custom_parameters'] ?? {}) as Record<string, string>,
    active: false,
  };
}

/** Registers a tool by hand, with everything the platform has, and switches it on. */
export function registerByHand(
  state: PlatformState,
  toolUrl: string,
  changes: Partial<RegisteredTool>,
): RegisteredTool {
  const tool: RegisteredTool = {
    ...newInstallation(state),
    name: 'Bluebridge',
    loginUri: `${toolUrl}/lti/login`,
    redirectUris: [`${toolUrl}/lti/launch`],
    keysUri: `${toolUrl}/lti/jwks`,
    targetLinkUri: `${toolUrl}/lti/launch`,
    chooserUri: `${toolUrl}/lti/launch`,
    offersChooser: true,
    scopes: state.profile.scopes,
    sendsName: true,
    sendsEmail: false,
    custom: {},
    active: true,
    ...changes,
  };
  state.tools.push(tool);
  return tool;
}

function newInstallation({ profile, tools }: PlatformState) {
  const number = tools.length + 1;
  const numbered = profile.issuer === undefined;
  return {
    clientId: numbered
      ? randomBytes(12).toString('base64url').replaceAll(/[-_]/g, 'x').slice(0, 15)
      : String(10_000_000_000_084 + number),
    deployments: [{ id: newDeploymentId(numbered, number), courseId: undefined }],
  };
}

/** Makes the id of a deployment: a number, or a number and a hash. */
export function newDeploymentId(numbered: boolean, number: number): string {
  return numbered
    ? String(number)
    : `${105 + number}:${randomUUID().replaceAll('-', '')}${randomUUID().slice(0, 8)}`;
}

/** Reads the token of an `Authorization` header; empty where there is none. */
export function bearerOf(header: string | undefined): string {
  return /^Bearer (\S+)$/.exec(header ?? '')?.[1] ?? '';
}
