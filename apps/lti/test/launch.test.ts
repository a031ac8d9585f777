import { describe, expect, it } from 'vitest';
import { admissionOf, launchWith, goodLaunch } from './kit/driving.ts';
import { testTool } from './kit/test-tool.ts';

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
