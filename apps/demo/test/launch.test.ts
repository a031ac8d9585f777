import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { describe, expect, it } from 'vitest';
import { createDemoUnderTest, ORIGIN, tool, type DemoUnderTest } from './demo-app.ts';

const LAUNCH = '/lms/as/sam/courses/physics/lecture/launch';
const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';

async function verified(demo: DemoUnderTest, token: string) {
  const jwks = (await (
    await demo.app.request(demo.platform.endpoints.jwks)
  ).json()) as JSONWebKeySet;
  return jwtVerify(token, createLocalJWKSet(jwks), {
    issuer: `${ORIGIN}/lms`,
    audience: 'demo-client',
    algorithms: ['RS256'],
    currentDate: new Date(demo.clock.now),
  });
}

describe('the launch out of the demo LMS', () => {
  it('begins with the six parameters of a third-party login', async () => {
    const demo = await createDemoUnderTest();
    const page = await demo.page(LAUNCH);
    expect(page).toContain(`action="${tool.login}"`);
    expect(await demo.beginLaunch(LAUNCH)).toEqual({
      iss: `${ORIGIN}/lms`,
      target_link_uri: tool.launch,
      login_hint: '5',
      lti_message_hint: expect.stringMatching(/^[\w-]{43}$/),
      client_id: 'demo-client',
      lti_deployment_id: '1',
    });
  });

  it('offers to keep values for the tool when it is asked to', async () => {
    const demo = await createDemoUnderTest();
    const page = await demo.page('/lms/as/sam/courses/physics/lecture?storage=yes');
    expect(page).toContain('src="/assets/storage.js"');
    expect(page).toContain(`src="${LAUNCH}?storage=yes"`);
    const login = await demo.beginLaunch(`${LAUNCH}?storage=yes`);
    expect(login['lti_storage_target']).toBe('_parent');
    expect(await demo.page('/lms/as/sam/courses/physics/lecture')).not.toContain('storage.js');
  });

  it('posts a token that verifies against the published keys', async () => {
    const demo = await createDemoUnderTest();
    const login = await demo.beginLaunch(`${LAUNCH}?lang=pt&target=window`);
    const { posted, action } = await demo.authorize(login);
    expect(action).toBe(tool.launch);
    expect(posted['state']).toBe('state-1');

    const { payload, protectedHeader } = await verified(demo, posted['id_token'] ?? '');
    expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: demo.platform.key.kid });
    expect(payload).toMatchObject({
      sub: '5',
      nonce: 'nonce-1',
      iat: demo.clock.now / 1000,
      exp: demo.clock.now / 1000 + 60,
      name: 'Sam Student',
      [`${CLAIM}message_type`]: 'LtiResourceLinkRequest',
      [`${CLAIM}version`]: '1.3.0',
      [`${CLAIM}deployment_id`]: '1',
      [`${CLAIM}target_link_uri`]: tool.launch,
      [`${CLAIM}roles`]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
      [`${CLAIM}context`]: { id: '2', title: 'Physics 101' },
      [`${CLAIM}resource_link`]: { id: '1', title: 'Weekly lecture room' },
      [`${CLAIM}launch_presentation`]: { locale: 'pt', document_target: 'window' },
    });
  });

  it('calls the teacher an instructor', async () => {
    const demo = await createDemoUnderTest();
    const login = await demo.beginLaunch('/lms/as/tina/courses/art/office-hours/launch');
    const { posted } = await demo.authorize(login);
    const { payload } = await verified(demo, posted['id_token'] ?? '');
    expect(payload[`${CLAIM}roles`]).toEqual([
      'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor',
    ]);
  });

  it('accepts the authorization request as a form post as well', async () => {
    const demo = await createDemoUnderTest();
    const login = await demo.beginLaunch(LAUNCH);
    const body = new URLSearchParams({
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: 'demo-client',
      redirect_uri: tool.launch,
      login_hint: '5',
      lti_message_hint: login['lti_message_hint'] ?? '',
      state: 's',
      nonce: 'n',
    });
    const response = await demo.app.request(demo.platform.endpoints.authorization, {
      method: 'POST',
      body,
    });
    expect(await response.text()).toContain('name="id_token"');
  });

  it('publishes a public key only', async () => {
    const demo = await createDemoUnderTest();
    const { keys } = (await (
      await demo.app.request(demo.platform.endpoints.jwks)
    ).json()) as JSONWebKeySet;
    expect(Object.keys(keys[0] ?? {}).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(Buffer.from(keys[0]?.n ?? '', 'base64url')).toHaveLength(256);
  });

  it('describes itself where OpenID Connect discovery looks', async () => {
    const demo = await createDemoUnderTest();
    const response = await demo.app.request(`${ORIGIN}/lms/.well-known/openid-configuration`);
    expect(await response.json()).toMatchObject({
      issuer: demo.platform.issuer,
      authorization_endpoint: demo.platform.endpoints.authorization,
      jwks_uri: demo.platform.endpoints.jwks,
    });
  });

  it('gives no token for services it does not have', async () => {
    const demo = await createDemoUnderTest();
    const response = await demo.app.request(demo.platform.endpoints.token, { method: 'POST' });
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: 'invalid_scope', error_description: 'This LMS offers no services.' },
    ]);
  });

  it('names the key in the header of every token', async () => {
    const demo = await createDemoUnderTest();
    const { posted } = await demo.authorize(await demo.beginLaunch(LAUNCH));
    expect(decodeProtectedHeader(posted['id_token'] ?? '').kid).toBe(demo.platform.key.kid);
  });
});
