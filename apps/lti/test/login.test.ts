import { describe, expect, it } from 'vitest';
import { minute } from '../src/clock.ts';
import { begin, expectRefusal, loginFields, post, refusalOf } from './kit/driving.ts';
import { testTool } from './kit/test-tool.ts';

describe('a login initiation', () => {
  it.each(['GET', 'POST'])(
    'by %s is sent on to the platform with exactly the OIDC parameters',
    async (method) => {
      const tool = await testTool();
      const fields = loginFields(tool);
      const query = new URLSearchParams(fields).toString();
      const response =
        method === 'GET'
          ? await tool.app.request(`/lti/login?${query}`)
          : await post(tool, '/lti/login', fields);
      expect(response.status).toBe(302);
      const location = new URL(response.headers.get('location') ?? '');
      expect(location.origin + location.pathname).toBe('https://lms.example/authorize');
      const { state, nonce, ...sent } = Object.fromEntries(location.searchParams);
      expect(sent).toEqual({
        from: 'login',
        scope: 'openid',
        response_type: 'id_token',
        response_mode: 'form_post',
        prompt: 'none',
        client_id: 'lms-client',
        redirect_uri: 'https://rooms.example/lti/launch',
        login_hint: '5',
        lti_message_hint: '{"cmid":2}',
      });
      expect(state).toMatch(/^[\w-]{43}$/);
      expect(nonce).toMatch(/^[\w-]{43}$/);
      expect(nonce).not.toBe(state);
    },
  );

  it('is tied to the browser by a partitioned cookie and one for browsers without partitions', async () => {
    const { setCookies } = await begin(await testTool());
    const rest = 'Max-Age=600; Path=/; Secure; HttpOnly; SameSite=None';
    expect(setCookies.slice(0, 2)).toEqual([
      expect.stringMatching(
        new RegExp(`^__Host-lti_[0-9a-f]{8}=[\\w-]{43}; ${rest}; Partitioned$`),
      ),
      expect.stringMatching(new RegExp(`^__Host-ltiu_[0-9a-f]{8}=[\\w-]{43}; ${rest}$`)),
    ]);
  });

  it('uses plain cookie names on this machine without https', async () => {
    const { setCookies } = await begin(await testTool({ baseUrl: 'http://127.0.0.1:4410' }));
    expect(setCookies.map((cookie) => cookie.split('_', 1)[0])).toEqual([
      'lti',
      'ltiu',
      'lti',
      'ltiu',
    ]);
  });

  it('works without the optional parameters when the issuer has one registration', async () => {
    const tool = await testTool();
    const { iss, login_hint, target_link_uri } = loginFields(tool);
    const fields = { iss, login_hint, target_link_uri } as Record<string, string>;
    expect((await post(tool, '/lti/login', fields)).status).toBe(302);
  });
});

describe('a login initiation is refused', () => {
  it.each(['iss', 'login_hint', 'target_link_uri'])('without %s', async (name) => {
    const tool = await testTool();
    const { [name]: _left, ...fields } = loginFields(tool);
    const page = await expectRefusal(await post(tool, '/lti/login', fields), 'parameter_missing');
    expect(page).toContain(name);
  });

  it.each([
    'https://evil.example/lti/launch',
    'https://rooms.example.evil.example/lti/launch',
    'https://rooms.example@evil.example/lti/launch',
    'https://user:pass@rooms.example/lti/launch',
    'http://rooms.example/lti/launch',
    'https://rooms.example:8443/lti/launch',
    'https://rooms.example/api/end',
    'https:\\\\rooms.example\\lti\\launch',
    'javascript:alert(1)',
    'data:text/html,x',
    '/lti/launch',
    'https://rooms.example/lti/launch\r\nSet-Cookie: a=b',
  ])('with the target %j', async (target) => {
    const tool = await testTool();
    const fields = { ...loginFields(tool), target_link_uri: target };
    expect(await refusalOf(await post(tool, '/lti/login', fields))).toBe('target_foreign');
  });

  it('by any other method', async () => {
    const tool = await testTool();
    const response = await tool.app.request('/lti/login', { method: 'PUT' });
    expect(response.headers.get('allow')).toBe('GET, POST');
    expect(await refusalOf(response)).toBe('method_not_allowed');
  });

  it('while very many others wait, until those have expired', async () => {
    const tool = await testTool({ mostPendingLogins: 2 });
    await begin(tool);
    await begin(tool);
    expect(await refusalOf(await post(tool, '/lti/login', loginFields(tool)))).toBe(
      'too_many_logins',
    );
    tool.clock.advance(11 * minute);
    expect((await begin(tool)).state).not.toBe('');
  });
});
