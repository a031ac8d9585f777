import { describe, expect, it } from 'vitest';
import { hour, minute } from '../src/clock.ts';
import {
  expectRefusal,
  launchWith,
  loginFields,
  post,
  refusalOf,
  goodLaunch,
} from './kit/driving.ts';
import { testTool } from './kit/test-tool.ts';

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
