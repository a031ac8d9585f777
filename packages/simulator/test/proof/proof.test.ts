import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ProfileName } from '../../src/index.ts';
import { secret, startForTest } from '../harness.ts';
import { checkAnswer, textsOf } from './check-answer.ts';
import { describeScenarios } from './describe-scenarios.ts';
import { rawRequest, sendRaw } from './raw-request.ts';
import { readScenarios, type Scenario, type Step } from './scenario.ts';

const scenarios = readScenarios();

describe.each(scenarios)('$file: $title', (scenario) => {
  it.each(scenario.profiles)('%s', async (profile) => {
    expect(await play(scenario, profile)).toBe(scenario.steps.length);
  });
});

/** Plays a scenario against a server of its own, checks every answer and counts them. */
async function play(scenario: Scenario, profile: ProfileName): Promise<number> {
  let checked = 0;
  const { simulator } = await startForTest({ ...scenario.options, profile });
  if (scenario.seed !== undefined) await simulator.seed(scenario.seed);
  const base = new URL(simulator.endpoint).pathname.replace(/\/$/u, '');
  const kept = new Map([['base', base]]);
  for (const step of scenario.steps) {
    const { request, headers = {}, body, bodyTimes = 1, after, keep = {} } = step;
    if (after !== undefined) simulator.advance(after);
    const fill = (text: string) =>
      text.replace(/\{(\w+)\}/gu, (whole, name: string) => kept.get(name) ?? whole);
    const filled = Object.entries(headers).map(([name, value]) => [name, fill(value)] as const);
    const line = sign(fill(request));
    const answer = await sendRaw(
      simulator.url,
      rawRequest(line, Object.fromEntries(filled), body?.repeat(bodyTimes)),
    );
    checkAnswer(answer, step.expect, simulator.url);
    checked += 1;
    for (const [name, element] of Object.entries(keep)) {
      kept.set(name, textsOf(answer, element)[0] ?? '');
    }
    // The cookie that join sets; a browser would send it back.
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (cookie !== undefined) kept.set('cookie', cookie);
  }
  return checked;
}

/** Computes the one kind of checksum that no file can hold: over an id that the server made up. */
function sign(request: string): string {
  const [, call = '', query = ''] =
    /\/api\/([^?]+)\?(.*)&checksum=\{checksum\}/u.exec(request) ?? [];
  const sum = createHash('sha256').update(`${call}${query}${secret}`).digest('hex');
  return request.replace('{checksum}', sum);
}

describe('the scenarios', () => {
  const steps = scenarios.flatMap(({ file, steps: all }) => all.map((step) => ({ file, step })));
  const signedSteps = steps.filter(({ step }) => step.signedBy !== undefined);

  it('are what the documentation lists', async () => {
    const page = '../../../../docs/simulator-behaviour.md';
    await expect(describeScenarios(scenarios)).toMatchFileSnapshot(page);
  });

  it('have literal checksums that their commands compute', () => {
    const wrong = signedSteps.filter(({ step }) => !isComputedBy(step));
    expect(wrong.map(({ file }) => file)).toEqual([]);
    expect(signedSteps.length).toBeGreaterThan(120);
  });

  // Names from the route table of the API documentation and of bbb-webhooks, and calls of old.
  const calls =
    'create join isMeetingRunning end getMeetingInfo getMeetings getSessions insertDocument ' +
    'sendChatMessage getRecordings updateRecordings publishRecordings deleteRecordings ' +
    'getRecordingTextTracks putRecordingTextTrack getJoinUrl learningDashboard stuns signOut ' +
    'feedback guestWait enter hooks/create hooks/list hooks/destroy hooks/ping ' +
    'getDefaultConfigXML setConfigXML';
  const profiles = ['bigbluebutton-2.7', 'bigbluebutton-3.0', 'integration', 'scalelite'] as const;

  it.each(profiles)('cover every call of %s, and its index', (profile) => {
    const requests = scenarios
      .filter((scenario) => scenario.profiles.includes(profile))
      .flatMap((scenario) => scenario.steps.map(({ request }) => request));
    const isCovered = (call: string) =>
      requests.some((request) => request.split(/[ ?]/u)[1]?.endsWith(`/api/${call}`));
    expect(calls.split(' ').filter((call) => !isCovered(call))).toEqual([]);
    expect(requests.some((request) => /\/api(?:\?.*)?$/u.test(request))).toBe(true);
  });
});

/** Tells whether the quoted command hashes what is requested, and comes to the sum that is sent. */
function isComputedBy({ request, body = '', signedBy = '' }: Step): boolean {
  const [, quoted = '', algorithm = ''] =
    /^printf %s '(.*)' \| openssl dgst -(sha\d+)$/u.exec(signedBy) ?? [];
  const text = quoted.replaceAll(`'\\''`, `'`);
  const sum = createHash(algorithm).update(text).digest('hex');
  const [, call = '', query = ''] = /\/api\/([^?]+?)\/?(?:\?(.*))?$/u.exec(request) ?? [];
  const unsigned = query.replace(/&?checksum=[0-9a-f]{40,}/iu, '').replace(/^&/u, '');
  const sent = `${request}&${body}`.toLowerCase();
  return text === `${call}${unsigned}${secret}` && sent.includes(`checksum=${sum}`);
}
