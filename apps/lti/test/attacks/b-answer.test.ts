import { describe, expect, it } from 'vitest';
import { minute } from '../../src/clock.ts';
import { begin, claimsFor, goodLaunch, launchWith, post } from '../kit/driving.ts';
import { fakePlatform, sign } from '../kit/fake-platform.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import { type Attack, describeAttacks, outcomeOf } from './attack.ts';

type Good = Awaited<ReturnType<typeof goodLaunch>>;

/** Posts a good launch with changed fields or cookies; undefined leaves a field out. */
function answer(
  change: (good: Good) => {
    state?: string | undefined;
    id_token?: string;
    error?: string;
    cookie?: string;
  },
): (tool: TestTool) => Promise<Response> {
  return async (tool) => {
    const good = await goodLaunch(tool);
    const { cookie = good.cookie, ...fields } = {
      state: good.state,
      id_token: good.token,
      ...change(good),
    };
    const sent = Object.entries(fields).filter(([, value]) => value !== undefined);
    return post(tool, '/lti/launch', Object.fromEntries(sent) as Record<string, string>, {
      cookie,
    });
  };
}

/** Posts a token with changed claims. */
function claims(changes: Record<string, unknown>): (tool: TestTool) => Promise<Response> {
  return async (tool) => {
    const begun = await begin(tool);
    const token = await sign(claimsFor(tool, begun, changes), tool.platform.keys);
    return launchWith(tool, begun, token);
  };
}

/** Launches in the order of a victim and an attacker, each with a login of their own. */
function mixed(
  mix: (victim: Good, attacker: Good) => { state: string; token: string; cookie: string },
): (tool: TestTool) => Promise<Response> {
  return async (tool) => {
    const parts = mix(await goodLaunch(tool), await goodLaunch(tool));
    return launchWith(tool, parts, parts.token);
  };
}

async function twice(tool: TestTool): Promise<Response> {
  const good = await goodLaunch(tool);
  await launchWith(tool, good, good.token);
  return launchWith(tool, good, good.token);
}

async function late(tool: TestTool): Promise<Response> {
  const good = await goodLaunch(tool);
  tool.clock.advance(10 * minute + 1);
  return launchWith(tool, good, good.token);
}

async function ofOtherPlatform(tool: TestTool): Promise<Response> {
  const other = await fakePlatform('other');
  await tool.storage.platforms.register([tool.platform.settings, other.settings]);
  const begun = await begin(tool);
  const changes = { iss: other.settings.issuer, aud: other.settings.clientId };
  return launchWith(tool, begun, await sign(claimsFor(tool, begun, changes), other.keys));
}

async function inAddress(tool: TestTool): Promise<Response> {
  const { state, token, cookie } = await goodLaunch(tool);
  return tool.app.request(`/lti/launch?state=${state}&id_token=${token}`, { headers: { cookie } });
}

async function asText(tool: TestTool): Promise<Response> {
  const { state, token, cookie } = await goodLaunch(tool);
  const headers = { cookie, 'content-type': 'text/plain' };
  const body = `state=${state}&id_token=${token}`;
  return tool.app.request('/lti/launch', { method: 'POST', headers, body });
}

const attacks: readonly Attack[] = [
  [16, 'no state', 'state_missing', answer(() => ({ state: undefined }))],
  [17, 'a state nobody issued', 'state_unknown', answer(() => ({ state: 'x'.repeat(43) }))],
  [18, 'a state of eleven minutes ago', 'state_expired', late],
  [19, 'the state of another login', 'nonce_wrong', mixed((a, b) => ({ ...a, token: b.token }))],
  [20, 'no cookie: login CSRF', 'browser_not_bound', answer(() => ({ cookie: '' }))],
  [
    21,
    'the cookie of another browser',
    'browser_not_bound',
    mixed((a, b) => ({ ...b, cookie: a.cookie })),
  ],
  [22, 'the same state again', 'state_unknown', twice],
  [23, 'a token of another platform', 'issuer_wrong', ofOtherPlatform],
  [24, 'no nonce', 'nonce_wrong', claims({ nonce: undefined })],
  [25, 'a nonce nobody issued', 'nonce_wrong', claims({ nonce: 'never issued' })],
  [26, 'the same nonce again', 'nonce_wrong', mixed((a, b) => ({ ...b, token: a.token }))],
  [
    27,
    'a refusal of the platform',
    'platform_refused',
    answer(() => ({ id_token: '', error: 'access_denied' })),
  ],
  [28, 'the token in the address', 'method_not_allowed', inAddress],
  [29, 'a token and an error', 'answer_ambiguous', answer(() => ({ error: 'access_denied' }))],
  [32, 'a form as plain text', 'wrong_content_type', asText],
];

describeAttacks('on the way back', attacks);

describe('attacks on the way back', () => {
  it('26 of twenty posts at once exactly one is admitted', async () => {
    const tool = await testTool();
    const good = await goodLaunch(tool);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => launchWith(tool, good, good.token)),
    );
    const outcomes = await Promise.all(answers.map(outcomeOf));
    expect(outcomes.toSorted()).toEqual([
      'admitted',
      ...Array.from({ length: 19 }, () => 'state_unknown'),
    ]);
  });

  it('27 the words of a refusal are not repeated', async () => {
    const tool = await testTool();
    const { state, cookie } = await begin(tool);
    const fields = {
      state,
      error: '"><img src=x>',
      error_description: '<script>alert(1)</script>',
    };
    const page = await (await post(tool, '/lti/launch', fields, { cookie })).text();
    expect(page).toContain('platform_refused');
    expect(page).not.toMatch(/img src=x|alert\(1\)/);
  });

  it('33 two tabs that launch at once are both admitted', async () => {
    const tool = await testTool();
    const [one, other] = [await goodLaunch(tool), await goodLaunch(tool)];
    const cookie = `${one.cookie}; ${other.cookie}`;
    const answers = [one, other].map((good) => launchWith(tool, { ...good, cookie }, good.token));
    expect(await Promise.all((await Promise.all(answers)).map(outcomeOf))).toEqual([
      'admitted',
      'admitted',
    ]);
  });
});
