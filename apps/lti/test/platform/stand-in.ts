import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { onTestFinished } from 'vitest';
import { type PlatformOptions, type SimulatedPlatform, startPlatform } from './index.ts';
import type { Reach } from './reach.ts';
import { formIn } from './without-browser.ts';

/** Where the tool would be that a test stands in for. */
export const toolUrl = 'http://tool.example';

const nrps = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';

type Asked = Parameters<SimulatedPlatform['begin']>[0];

const pair = await generateKeyPair('RS256');
const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'ours', alg: 'RS256' };

/** A platform that takes a test for the tool; `reach` answers what is not about keys. */
export async function started(
  options: PlatformOptions,
  reach: Reach = () => Promise.resolve(new Response()),
): Promise<SimulatedPlatform> {
  const platform = await startPlatform({
    ...options,
    reach: (request) =>
      request.url.endsWith('/lti/jwks')
        ? Promise.resolve(Response.json({ keys: [jwk] }))
        : reach(request),
  });
  onTestFinished(() => platform.close());
  platform.register(toolUrl);
  return platform;
}

/** Signs something as the tool. */
export const signed = (claims: JWTPayload, kid = 'ours') =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(pair.privateKey);

/** Answers a login as the tool does, with changes; gives what is posted back. */
export async function authorize(
  platform: SimulatedPlatform,
  asked: Asked,
  changes: Record<string, string> = {},
): Promise<Record<string, string> | number> {
  const { fields } = await platform.begin(asked);
  const [tool] = platform.tools;
  if (!tool) throw new Error('no tool');
  const address = new URL(platform.settingsOf(tool).authorizationEndpoint);
  const params = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: tool.clientId,
    redirect_uri: `${toolUrl}/lti/launch`,
    login_hint: fields['login_hint'] ?? '',
    lti_message_hint: fields['lti_message_hint'] ?? '',
    state: 's',
    nonce: 'n',
    ...changes,
  };
  address.search = new URLSearchParams(params).toString();
  const answer = await platform.fetch(new Request(address));
  return answer.ok ? (formIn(await answer.text())?.fields ?? {}) : answer.status;
}

/** Gives the claims of the token that answers a login. */
export async function claimsOf(platform: SimulatedPlatform, asked: Asked): Promise<JWTPayload> {
  const posted = await authorize(platform, asked);
  return decodeJwt(typeof posted === 'number' ? '' : (posted['id_token'] ?? ''));
}

/** Asks for an access token; `changes` are to the assertion. */
export async function accessToken(
  platform: SimulatedPlatform,
  changes: JWTPayload = {},
  scope = nrps,
) {
  const [tool] = platform.tools;
  if (!tool) throw new Error('no tool');
  const { tokenEndpoint } = platform.settingsOf(tool);
  const now = Math.floor(Date.now() / 1000);
  const who = { iss: tool.clientId, sub: tool.clientId, aud: tokenEndpoint };
  const assertion = { ...who, iat: now, exp: now + 60, jti: crypto.randomUUID(), ...changes };
  const answer = await fetch(tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await signed(assertion),
      scope,
    }),
  });
  return (await answer.json()) as { access_token?: string; error?: string };
}
