import { describe, expect, it } from 'vitest';
import { begin, goodLaunch, launchWith, post, refusalOf } from './kit/driving.ts';
import { testTool } from './kit/test-tool.ts';

describe('a launch is refused', () => {
  it('the second time, even when the first one failed', async () => {
    const tool = await testTool();
    const { token, ...begun } = await goodLaunch(tool);
    expect(await refusalOf(await launchWith(tool, begun, 'no.token.here'))).toBe('token_malformed');
    expect(await refusalOf(await launchWith(tool, begun, token))).toBe('state_unknown');
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
