import { describe, expect, it } from 'vitest';
import {
  begin,
  claimsFor,
  expectRefusal,
  launchWith,
  post,
  refusalOf,
  goodLaunch,
} from './kit/driving.ts';
import { fakePlatform, sign } from './kit/fake-platform.ts';
import { testTool } from './kit/test-tool.ts';

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
    });
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
