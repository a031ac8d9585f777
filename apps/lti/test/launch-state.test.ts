import { describe, expect, it } from 'vitest';
import { hour, minute } from '../src/clock.ts';
import {
  admissionOf,
  begin,
  claimsFor,
  expectRefusal,
  launchWith,
  loginFields,
  post,
  refusalOf,
} from './kit/driving.ts';
import { fakePlatform, sign } from './kit/fake-platform.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';

async function goodLaunch(tool: TestTool) {
  const begun = await begin(tool);
  return { ...begun, token: await sign(claimsFor(tool, begun), tool.platform.keys) };
}

describe('a launch', () => {
  it('is let in with either of the two cookies', async () => {
    const tool = await testTool();
    for (const index of [0, 1]) {
      const { token, ...begun } = await goodLaunch(tool);
      const cookie = begun.setCookies[index]?.split(';', 1)[0] ?? '';
      expect(admissionOf(await launchWith(tool, { ...begun, cookie }, token))).toBeDefined();
    }
  });

  it('removes its cookies', async () => {
    const tool = await testTool();
    const { token, ...begun } = await goodLaunch(tool);
    const answer = await launchWith(tool, begun, token);
    const removed = answer.headers.getSetCookie().map((cookie) => cookie.split('=', 1)[0]);
    expect(removed).toEqual(begun.setCookies.map((cookie) => cookie.split('=', 1)[0]));
    expect(answer.headers.getSetCookie().every((cookie) => cookie.includes('Max-Age=0'))).toBe(
      true,
    );
  });

  it('does not disturb another one that began in the same browser', async () => {
    const tool = await testTool();
    const [one, other] = [await goodLaunch(tool), await goodLaunch(tool)];
    const cookie = `${one.cookie}; ${other.cookie}`;
    expect(admissionOf(await launchWith(tool, { ...other, cookie }, other.token))).toBeDefined();
    expect(admissionOf(await launchWith(tool, { ...one, cookie }, one.token))).toBeDefined();
  });

  it('that is posted twenty times at once is let in exactly once', async () => {
    const tool = await testTool();
    const { token, ...begun } = await goodLaunch(tool);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => launchWith(tool, begun, token)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(statuses.filter((status) => status === 400)).toHaveLength(19);
  });

  it('logs how far it got, and no token, state or name', async () => {
    const tool = await testTool();
    const { token, ...begun } = await goodLaunch(tool);
    await launchWith(tool, begun, token);
    await launchWith(tool, begun, token);
    const launches = tool.log.filter(({ event }) => event === 'launch');
    expect(launches).toEqual([
      {
        event: 'launch',
        outcome: 'accepted',
        checks: [
          'form',
          'state',
          'browser',
          'token',
          'signature',
          'issuer',
          'audience',
          'times',
          'nonce',
          'version',
          'message_type',
          'deployment',
          'subject',
          'target',
          'resource_link',
          'roles',
          'admission',
        ],
      },
      { event: 'launch', outcome: 'state_unknown', checks: ['form'] },
    ]);
    const text = JSON.stringify(tool.log);
    for (const secret of [token, begun.state, begun.nonce, 'Sam'])
      expect(text).not.toContain(secret);
  });
});

describe('a launch is refused', () => {
  it('without a state', async () => {
    const tool = await testTool();
    const { token, cookie } = await goodLaunch(tool);
    const answer = await post(tool, '/lti/launch', { id_token: token }, { cookie });
    expect(await refusalOf(answer)).toBe('state_missing');
  });

  it('with a state nobody issued', async () => {
    const tool = await testTool();
    const { token, ...begun } = await goodLaunch(tool);
    expect(
      await refusalOf(await launchWith(tool, { ...begun, state: 'x'.repeat(43) }, token)),
    ).toBe('state_unknown');
  });

  it('the second time, even when the first one failed', async () => {
    const tool = await testTool();
    const { token, ...begun } = await goodLaunch(tool);
    expect(await refusalOf(await launchWith(tool, begun, 'no.token.here'))).toBe('token_malformed');
    expect(await refusalOf(await launchWith(tool, begun, token))).toBe('state_unknown');
  });

  it('with the nonce of another login', async () => {
    const tool = await testTool();
    const [one, other] = [await goodLaunch(tool), await goodLaunch(tool)];
    expect(await refusalOf(await launchWith(tool, one, other.token))).toBe('nonce_wrong');
  });

  it.each([undefined, 'never issued', 5])('with the nonce %j', async (nonce) => {
    const tool = await testTool();
    const begun = await begin(tool);
    const token = await sign(claimsFor(tool, begun, { nonce }), tool.platform.keys);
    expect(await refusalOf(await launchWith(tool, begun, token))).toBe('nonce_wrong');
  });

  it('with the token of another registered platform', async () => {
    const other = await fakePlatform('other');
    const tool = await testTool({ others: [other] });
    const begun = await begin(tool);
    const claims = { iss: other.settings.issuer, aud: other.settings.clientId };
    const token = await sign(claimsFor(tool, begun, claims), other.keys);
    expect(await refusalOf(await launchWith(tool, begun, token))).toBe('issuer_wrong');
  });

  it('when a token and an error come together', async () => {
    const tool = await testTool();
    const { token, state, cookie } = await goodLaunch(tool);
    const fields = { state, id_token: token, error: 'access_denied' };
    expect(await refusalOf(await post(tool, '/lti/launch', fields, { cookie }))).toBe(
      'answer_ambiguous',
    );
  });

  it('when neither comes', async () => {
    const tool = await testTool();
    const { state, cookie } = await begin(tool);
    expect(await refusalOf(await post(tool, '/lti/launch', { state }, { cookie }))).toBe(
      'token_missing',
    );
  });

  it('with two states', async () => {
    const tool = await testTool();
    const { token, state, cookie } = await goodLaunch(tool);
    const fields: [string, string][] = [
      ['state', state],
      ['state', 'another'],
      ['id_token', token],
    ];
    expect(await refusalOf(await post(tool, '/lti/launch', fields, { cookie }))).toBe(
      'parameter_repeated',
    );
  });

  it('in the address instead of a form', async () => {
    const tool = await testTool();
    const { token, state, cookie } = await goodLaunch(tool);
    const path = `/lti/launch?state=${state}&id_token=${token}`;
    expect(await refusalOf(await tool.app.request(path, { headers: { cookie } }))).toBe(
      'method_not_allowed',
    );
  });

  it.each(['text/plain', 'application/json', 'multipart/form-data; boundary=x'])(
    'as %s',
    async (type) => {
      const tool = await testTool();
      const { token, state, cookie } = await goodLaunch(tool);
      const answer = await tool.app.request('/lti/launch', {
        method: 'POST',
        headers: { cookie, 'content-type': type },
        body: `state=${state}&id_token=${token}`,
      });
      expect(await refusalOf(answer)).toBe('wrong_content_type');
    },
  );

  it('when it is a megabyte long, declared or not', async () => {
    const tool = await testTool();
    const { state, cookie } = await begin(tool);
    const fields = { state, id_token: 'a'.repeat(1 << 20) };
    expect(await refusalOf(await post(tool, '/lti/launch', fields, { cookie }))).toBe(
      'body_too_large',
    );
    const stream = new Blob([new URLSearchParams(fields).toString()]).stream();
    const answer = await tool.app.request('/lti/launch', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(await refusalOf(answer)).toBe('body_too_large');
  });
});

describe('a platform that refuses', () => {
  it('is reported kindly, with its error name, and the login is used up', async () => {
    const tool = await testTool();
    const { state, cookie } = await begin(tool);
    const fields = {
      state,
      error: 'access_denied',
      error_description: '<script>alert(1)</script>',
    };
    const answer = await post(tool, '/lti/launch', fields, { cookie });
    const page = await expectRefusal(answer, 'platform_refused');
    expect(page).toContain('access_denied');
    expect(page).not.toContain('alert(1)');
    expect(await refusalOf(await post(tool, '/lti/launch', fields, { cookie }))).toBe(
      'state_unknown',
    );
  });

  it('with an error name of its own making has it left out', async () => {
    const tool = await testTool();
    const { state, cookie } = await begin(tool);
    const fields = { state, error: '"><img src=x>' };
    const answer = await post(tool, '/lti/launch', fields, { cookie });
    expect(await expectRefusal(answer, 'platform_refused')).not.toContain('img src=x');
  });
});

describe('a launch in a browser that did not begin the login', () => {
  it.each([
    ['without any cookie', () => ''],
    ['with another value in the cookie', (good: string) => good.replaceAll(/=[^;]*/g, '=other')],
  ])('%s gets no session but a way to begin anew in a window', async (_how, change) => {
    const tool = await testTool();
    const { token, ...begun } = await goodLaunch(tool);
    const answer = await launchWith(tool, { ...begun, cookie: change(begun.cookie) }, token);
    const page = await expectRefusal(answer, 'browser_not_bound');
    expect(page).toContain('Open in a new window');
    expect(page).toMatch(/action="\/lti\/login"\s+target="_blank" rel="noopener"/);
    expect(page).toContain('name="lti_message_hint" value="{&quot;cmid&quot;:2}"');
    expect(page).not.toContain(begun.state);
    expect(await refusalOf(await launchWith(tool, begun, token))).toBe('state_unknown');
  });

  it('that holds the cookie of another login gets no session', async () => {
    const tool = await testTool();
    const [victim, attacker] = [await goodLaunch(tool), await goodLaunch(tool)];
    const answer = await launchWith(tool, { ...attacker, cookie: victim.cookie }, attacker.token);
    expect(await refusalOf(answer)).toBe('browser_not_bound');
  });
});

describe('a login that took too long', () => {
  it('gets a button to try again, for an hour', async () => {
    const tool = await testTool();
    const early = await goodLaunch(tool);
    const late = await goodLaunch(tool);
    tool.clock.advance(10 * minute + 1);
    const page = await expectRefusal(await launchWith(tool, early, early.token), 'state_expired');
    expect(page).toContain('Try again');
    tool.clock.advance(hour);
    await post(tool, '/lti/login', loginFields(tool));
    expect(await refusalOf(await launchWith(tool, late, late.token))).toBe('state_unknown');
  });
});
