import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { verifyFromTool } from './platform-key.ts';
import { bearerOf } from './registration.ts';
import { type PlatformState, type RegisteredTool, toolOf } from './state.ts';

const groupScope = 'https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly';
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const lifetime = 3600;

/**
 * Adds the address that gives access tokens for services. Source: 1EdTech security framework,
 * section 4.1, which is stricter than Moodle: each assertion counts once, and only for us.
 */
export function addAccessTokens(app: Hono, state: PlatformState): void {
  app.post(state.profile.paths.token, async (c) => {
    const form = await c.req.parseBody<Record<string, string>>();
    const asked = (form['scope'] ?? '').split(' ');
    const answer = await grant(state, form, asked);
    const scope = form['scope'] ?? '';
    state.received.tokenRequests.push({ scope, granted: typeof answer !== 'string' });
    if (typeof answer === 'string') return c.json({ error: answer }, 400);
    const token = randomUUID();
    state.accessTokens.set(token, { ...answer, until: state.now() + lifetime * 1000 });
    return c.json({
      access_token: token,
      token_type: 'Bearer',
      expires_in: lifetime,
      scope: answer.scopes.join(' '),
    });
  });
}

async function grant(
  state: PlatformState,
  form: Record<string, string>,
  asked: readonly string[],
): Promise<{ tool: RegisteredTool; scopes: string[] } | string> {
  if (form['grant_type'] !== 'client_credentials') return 'unsupported_grant_type';
  if (form['client_assertion_type'] !== assertionType) return 'unsupported_grant_type';
  const assertion = form['client_assertion'] ?? '';
  const tool = await signerOf(state, assertion);
  if (!tool) return 'invalid_client';
  const permitted = [...tool.scopes, ...(state.groups ? [groupScope] : [])];
  const scopes = asked.filter((scope) => permitted.includes(scope));
  return scopes.length === 0 ? 'invalid_scope' : { tool, scopes };
}

async function signerOf(state: PlatformState, jwt: string): Promise<RegisteredTool | undefined> {
  try {
    const claimed = JSON.parse(
      Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString(),
    ) as Record<string, unknown>;
    const tool = toolOf(state, String(claimed['sub']));
    if (!tool) return undefined;
    const { jti } = await verifyFromTool(jwt, tool.keysUri, state.reach, {
      issuer: tool.clientId,
      subject: tool.clientId,
      audience: state.servicesUrl + state.profile.paths.token,
      currentDate: new Date(state.now()),
      maxTokenAge: '5 min',
      requiredClaims: ['exp', 'iat', 'jti'],
    });
    if (jti === undefined || state.usedAssertions.has(jti)) return undefined;
    state.usedAssertions.add(jti);
    return tool;
  } catch {
    return undefined;
  }
}

/** Finds whose token a request carries, if it may ask for a scope; notes the request. */
export function callerOf(
  state: PlatformState,
  c: Context,
  scope: string,
): RegisteredTool | undefined {
  const { pathname, search } = new URL(c.req.url);
  state.received.serviceCalls.push(`${c.req.method} ${pathname}${search}`);
  const token = state.accessTokens.get(bearerOf(c.req.header('authorization')));
  const isGood = token && token.until > state.now() && token.scopes.some((s) => s.includes(scope));
  return isGood ? token.tool : undefined;
}
