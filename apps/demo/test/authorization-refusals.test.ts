import { describe, expect, it } from 'vitest';
import { createDemoUnderTest, ORIGIN, tool } from './demo-app.ts';

const LAUNCH = '/lms/as/sam/courses/physics/lecture/launch';

describe('the authorization endpoint', () => {
  it.each([
    ['a foreign client', { client_id: 'somebody-else' }],
    ['no client', { client_id: undefined }],
    ['another launch address', { redirect_uri: 'http://127.0.0.1:4410/lti/launch2' }],
    ['the launch address with a query', { redirect_uri: `${tool.launch}?x=1` }],
    ['the launch address on another host', { redirect_uri: 'http://localhost:4410/lti/launch' }],
    ['no launch address', { redirect_uri: undefined }],
  ])('sends nothing anywhere for %s', async (_case, changes) => {
    const demo = await createDemoUnderTest();
    const login = await demo.beginLaunch(LAUNCH);
    const answer = await demo.authorize(login, changes);
    expect(answer).toMatchObject({ status: 400, posted: {}, action: '' });
    expect(answer.text).toContain('The room was not opened');
    // The hint was not spent on it.
    expect((await demo.authorize(login)).posted).toHaveProperty('id_token');
  });

  it.each([
    ['the scope asks for more', { scope: 'openid profile' }, 'invalid_scope'],
    ['the scope is missing', { scope: undefined }, 'invalid_scope'],
    ['a code is asked for', { response_type: 'code' }, 'unsupported_response_type'],
    ['the answer should go into a query', { response_mode: 'query' }, 'invalid_request'],
    ['the response mode is missing', { response_mode: undefined }, 'invalid_request'],
    ['a sign-in is asked for', { prompt: 'login' }, 'invalid_request'],
    ['the prompt is missing', { prompt: undefined }, 'invalid_request'],
    ['the nonce is missing', { nonce: undefined }, 'invalid_request'],
    ['the nonce is overlong', { nonce: 'n'.repeat(2049) }, 'invalid_request'],
    ['the message hint is missing', { lti_message_hint: undefined }, 'access_denied'],
    ['the message hint is made up', { lti_message_hint: 'made-up' }, 'access_denied'],
    ['the login hint is missing', { login_hint: undefined }, 'access_denied'],
    ['the login hint names somebody else', { login_hint: '3' }, 'access_denied'],
  ])('posts an error to the tool when %s', async (_case, changes, code) => {
    const demo = await createDemoUnderTest();
    const answer = await demo.authorize(await demo.beginLaunch(LAUNCH), changes);
    expect(answer.action).toBe(tool.launch);
    expect(answer.posted).toEqual({
      error: code,
      error_description: expect.stringMatching(/\.$/),
      state: 'state-1',
    });
  });

  it('posts an error without a state when there was none', async () => {
    const demo = await createDemoUnderTest();
    const { posted } = await demo.authorize(await demo.beginLaunch(LAUNCH), { state: undefined });
    expect(posted).toEqual({ error: 'invalid_request', error_description: expect.any(String) });
  });

  it('accepts a hint once', async () => {
    const demo = await createDemoUnderTest();
    const login = await demo.beginLaunch(LAUNCH);
    expect((await demo.authorize(login)).posted).toHaveProperty('id_token');
    expect((await demo.authorize(login)).posted['error']).toBe('access_denied');
  });

  it('spends the hint on a wrong person, so that guessing ends the launch', async () => {
    const demo = await createDemoUnderTest();
    const login = await demo.beginLaunch(LAUNCH);
    await demo.authorize(login, { login_hint: '3' });
    expect((await demo.authorize(login)).posted['error']).toBe('access_denied');
  });

  it('forgets a hint after ten minutes', async () => {
    const demo = await createDemoUnderTest();
    const login = await demo.beginLaunch(LAUNCH);
    demo.clock.now += 10 * 60_000;
    expect((await demo.authorize(login)).posted['error']).toBe('access_denied');
  });

  it('refuses a parameter that was sent twice', async () => {
    const demo = await createDemoUnderTest();
    const query = `client_id=demo-client&redirect_uri=${encodeURIComponent(tool.launch)}&scope=openid&scope=openid`;
    const response = await demo.app.request(`${ORIGIN}/lms/authorize?${query}`);
    expect(await response.text()).toContain('A parameter was sent twice.');
  });

  it('refuses a body that is too large', async () => {
    const demo = await createDemoUnderTest();
    const response = await demo.app.request(`${ORIGIN}/lms/authorize`, {
      method: 'POST',
      body: new URLSearchParams({ state: 'x'.repeat(20_000) }),
    });
    expect(response.status).toBe(413);
  });
});
