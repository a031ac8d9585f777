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
    expect(removed).toEqual(begun.setCookies.slice(0, 2).map((cookie) => cookie.split('=', 1)[0]));
    expect(answer.headers.getSetCookie().every((cookie) => cookie.includes('Max-Age=0'))).toBe(
      true,
    );
  });

  it('logs how far it got, and no token, state or name', async () => {
    const tool = await testTool();
    const { token, ...begun } = await goodLaunch(tool);
    await launchWith(tool, begun, token);
    await launchWith(tool, begun, token);
    const launches = tool.log.filter(({ event }) => event === 'launch');
    expect(launches).toMatchObject([
      {
        event: 'launch',
        outcome: 'accepted',
        checks: [
          '1 form',
          '2 state',
          '3 browser',
          '4 token',
          '5 key',
          '6 signature',
          '7 issuer',
          '8 audience',
          '9 times',
          '10 nonce',
          '11 version',
          '12 message_type',
          '13 deployment',
          '14 subject',
          '15 target',
          '16 resource_link',
          '18 roles',
          '19 admission',
        ],
      },
      { event: 'launch', outcome: 'state_unknown', checks: ['1 form'], failed: '2 state' },
    ]);
    const text = JSON.stringify(tool.log);
    for (const secret of [token, begun.state, begun.nonce, 'Sam'])
      expect(text).not.toContain(secret);
  });
});
