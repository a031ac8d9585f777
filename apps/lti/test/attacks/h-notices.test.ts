import { describe, expect, it } from 'vitest';
import { claim } from '../../src/launch/claim-names.ts';
import { newId } from '../../src/tokens.ts';
import { fakePlatform, type FakePlatform, sign, unsigned } from '../kit/fake-platform.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import { type Case, describeCases } from './attack.ts';

type Claims = Record<string, unknown>;

/** The claims by which a platform says that course 3 is a copy of course 2. */
function copyClaims(tool: TestTool, changes: Claims = {}, platform = tool.platform): Claims {
  const now = Math.floor(tool.clock.now() / 1000);
  return {
    iss: platform.settings.issuer,
    aud: [platform.settings.clientId],
    iat: now,
    exp: now + 3600,
    [claim.version]: '1.3.0',
    [claim.deploymentId]: '1',
    [claim.notice]: { id: newId(), timestamp: '2026-11-22', type: 'LtiContextCopyNotice' },
    [claim.context]: { id: '3', title: 'A copy' },
    [claim.originContexts]: ['2'],
    ...changes,
  };
}

/** Sends notices, as a platform does. */
function send({ app }: TestTool, jwts: readonly unknown[], type = 'application/json') {
  const body = JSON.stringify({ notices: jwts.map((jwt) => ({ jwt })) });
  const headers = { 'content-type': type };
  return Promise.resolve(app.request('/lti/notices', { method: 'POST', headers, body }));
}

const outcomesOf = ({ log }: TestTool) =>
  log.filter(({ event }) => event === 'notice').map((line) => line['outcome']);

/** Lists the origins of course 3 that are known of a platform's deployment. */
async function originsOf(
  { storage }: TestTool,
  platform: FakePlatform,
  deploymentId = '1',
): Promise<readonly string[]> {
  const [found] = await storage.platforms.find(platform.settings.issuer);
  const course = { platformId: found?.id ?? '', deploymentId, contextId: '3' };
  return storage.courseOrigins.of(course);
}

/** Sends one notice and tells how it was answered, what the log says of it, and what is known then. */
async function answerTo(make: (tool: TestTool) => Promise<string> | string) {
  const tool = await testTool();
  const { status } = await send(tool, [await make(tool)]);
  return [status, ...outcomesOf(tool), await originsOf(tool, tool.platform)];
}

const signed = (changes: Claims) => (tool: TestTool) =>
  sign(copyClaims(tool, changes), tool.platform.keys);
const notice = (fields: Claims) => ({
  [claim.notice]: { id: 'n', type: 'LtiContextCopyNotice', ...fields },
});
const seconds = ({ clock }: TestTool) => Math.floor(clock.now() / 1000);

/** What is tried, what the log says of it, and the notice. */
const refused: readonly [
  what: string,
  code: string,
  (tool: TestTool) => Promise<string> | string,
][] = [
  ['by a stranger', 'signature_wrong', (tool) => sign(copyClaims(tool), tool.platform.stranger)],
  [
    'without a signature',
    'algorithm_refused',
    (tool) => unsigned({ alg: 'none' }, copyClaims(tool)),
  ],
  ['that is no token', 'token_malformed', () => 'x'],
  [
    'with a key nobody has',
    'key_unknown',
    (tool) => sign(copyClaims(tool), tool.platform.keys, { kid: 'x' }),
  ],
  ['for somebody else', 'platform_unknown', signed({ aud: 'other' })],
  ['for others too', 'platform_unknown', signed({ aud: ['lms-client', 'other'] })],
  ['of a platform nobody knows', 'platform_unknown', signed({ iss: 'https://x.example' })],
  [
    'issued too long ago',
    'token_times_wrong',
    (tool) => signed({ iat: seconds(tool) - 3601 })(tool),
  ],
  [
    'issued in the future',
    'token_times_wrong',
    (tool) => signed({ iat: seconds(tool) + 61 })(tool),
  ],
  ['without a time of issue', 'token_times_wrong', signed({ iat: undefined })],
  ['that expired', 'token_expired', (tool) => signed({ exp: seconds(tool) - 60 })(tool)],
  ['of an unknown deployment', 'deployment_unknown', signed({ [claim.deploymentId]: '7' })],
  ['of an unknown kind', 'message_unsupported', signed(notice({ type: 'LtiNewsNotice' }))],
  ['without an id', 'token_malformed', signed(notice({ id: undefined }))],
  ['with an id of 10 kB', 'token_malformed', signed(notice({ id: 'x'.repeat(10_000) }))],
  ['without origins', 'token_malformed', signed({ [claim.originContexts]: undefined })],
  ['with origins of the wrong kind', 'token_malformed', signed({ [claim.originContexts]: [5] })],
  ['without a course', 'token_malformed', signed({ [claim.context]: undefined })],
  ['of another version', 'token_malformed', signed({ [claim.version]: '1.1' })],
];

const cases: readonly Case[] = [
  ...refused.map(([what, code, make]): Case => [
    139,
    `a notice ${what}`,
    `${code}, answered like any other`,
    () => answerTo(make),
    [200, code, []],
  ]),
  [
    139,
    'a notice that comes again',
    'taken once',
    async () => {
      const tool = await testTool();
      const jwt = await signed({})(tool);
      for (let count = 0; count < 3; count += 1) await send(tool, [jwt]);
      return outcomesOf(tool);
    },
    ['copy', 'known', 'known'],
  ],
  [
    139,
    'origins of another platform',
    'count for the platform that sent them alone',
    async () => {
      const other = await fakePlatform('other');
      const tool = await testTool({ others: [other] });
      await send(tool, [await sign(copyClaims(tool, {}, other), other.keys)]);
      return [await originsOf(tool, tool.platform), await originsOf(tool, other)];
    },
    [[], ['2']],
  ],
  [
    139,
    'a thousand and fifty notices',
    'the first thousand are taken',
    async () => {
      const tool = await testTool();
      const [platform] = await tool.storage.platforms.list();
      for (let number = 0; number < 995; number += 1) {
        await tool.storage.courseOrigins.take(platform?.id ?? '', `n${number}`);
      }
      const jwts = await Promise.all(
        Array.from({ length: 30 }, (_, number) =>
          signed({ ...notice({ id: `more${number}` }), [claim.originContexts]: [`o${number}`] })(
            tool,
          ),
        ),
      );
      await send(tool, jwts);
      return outcomesOf(tool).filter((outcome) => outcome === 'copy').length;
    },
    5,
  ],
];

describeCases('by notices', cases);

describe('notices', () => {
  it('139 are believed one by one: a bad one does not spoil the others', async () => {
    const tool = await testTool();
    const response = await send(tool, ['x', await signed({})(tool)]);
    expect([response.status, await response.json()]).toEqual([200, {}]);
    expect(outcomesOf(tool)).toEqual(['token_malformed', 'copy']);
    expect(await originsOf(tool, tool.platform)).toEqual(['2']);
  });

  it('139 that only say hello are answered', async () => {
    expect(await answerTo(signed(notice({ type: 'LtiHelloWorldNotice' })))).toEqual([
      200,
      'hello',
      [],
    ]);
  });

  it('139 of a platform that was switched off are not believed', async () => {
    const tool = await testTool();
    const jwt = await signed({})(tool);
    await tool.storage.platforms.register([]);
    await send(tool, [jwt]);
    expect(outcomesOf(tool)).toEqual(['platform_disabled']);
  });

  it.each([
    ['no list', '{}', 400],
    ['no JSON', '<html>', 400],
    ['a list of other things', '{"notices":[5]}', 400],
    ['more than we read', JSON.stringify({ notices: [{ jwt: 'x'.repeat(70_000) }] }), 413],
  ])('139 that are %s are refused', async (_what, body, status) => {
    const { app } = await testTool();
    const headers = { 'content-type': 'application/json' };
    const response = await app.request('/lti/notices', { method: 'POST', headers, body });
    expect(response.status).toBe(status);
  });

  it('139 come as JSON, by POST', async () => {
    const tool = await testTool();
    expect((await send(tool, [], 'text/plain')).status).toBe(415);
    expect((await tool.app.request('/lti/notices')).status).toBe(405);
  });
});
