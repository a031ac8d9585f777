import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type FrameMessage, platformStorage } from '../../src/client/parts/platform-storage.ts';
import { claimsFor, launchWith, loginFields, post } from '../kit/driving.ts';
import { sign } from '../kit/fake-platform.ts';
import { fieldsIn } from '../kit/registering.ts';
import { testTool } from '../kit/test-tool.ts';
import { type Case, describeCases, outcomeOf } from './attack.ts';

const origin = 'https://sso.lms.example';
const good = { subject: 'lti.get_data.response', message_id: 'id-1', key: 'k', value: 'kept' };

/** Asks a frame for a value that is answered by this, and later by nobody. */
async function answeredBy(message: Partial<FrameMessage>): Promise<string | undefined> {
  const frame = { postMessage: () => {} };
  const hear: ((message: FrameMessage) => void)[] = [];
  const giveUp: (() => void)[] = [];
  const storage = platformStorage(frame, origin, {
    listen: (onMessage) => {
      hear.push(onMessage);
      return () => {};
    },
    later: (run) => {
      giveUp.push(run);
      return () => {};
    },
    newId: () => 'id-1',
  });
  const value = storage.get('k');
  for (const each of hear) each({ origin, source: frame, data: good, ...message });
  for (const each of giveUp) each();
  return value;
}

const replies: readonly (readonly [string, Partial<FrameMessage>])[] = [
  ['from another origin', { origin: 'https://evil.example' }],
  ['from an origin that begins like it', { origin: `${origin}.evil.example` }],
  ['with the id of another question', { data: { ...good, message_id: 'id-2' } }],
  ['with an error', { data: { ...good, error: { code: 'bad_request' } } }],
  ['about another key', { data: { ...good, key: 'x' } }],
  ['that is no object', { data: 'kept' }],
];

/** Launches in a frame without cookies, and comes back with what the platform is said to have kept. */
async function launchedWith(value: (page: string) => string): Promise<string> {
  const tool = await testTool();
  const fields = { ...loginFields(tool), lti_storage_target: '_parent' };
  const inFrame = { 'sec-fetch-dest': 'iframe' };
  const page = await (await post(tool, '/lti/login', fields, inFrame)).text();
  const next = new URL(dataIn(page, 'next').replaceAll('&amp;', '&'));
  const [state = '', nonce = ''] = ['state', 'nonce'].map(
    (name) => next.searchParams.get(name) ?? '',
  );
  const token = await sign(claimsFor(tool, { nonce }), tool.platform.keys);
  const held = await (await launchWith(tool, { state, cookie: '' }, token)).text();
  const answer = { ...fieldsIn(held), storage_value: value(page) };
  return outcomeOf(await post(tool, '/lti/launch/storage', answer, inFrame));
}

function dataIn(page: string, name: string): string {
  return new RegExp(`data-${name}="([^"]*)"`).exec(page)?.[1] ?? '';
}

/** Names the scripts of our pages that hear or send messages of other windows. */
function scriptsWith(words: RegExp): readonly string[] {
  const root = fileURLToPath(new URL('../../src/client/', import.meta.url));
  return globSync('**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts') && words.test(readFileSync(root + file, 'utf8')))
    .toSorted();
}

describeCases('on the storage of a platform', [
  [30, 'a reply as it should be', 'is believed', () => answeredBy({}), 'kept'],
  ...replies.map(([what, message]): Case => [
    30,
    `a reply ${what}`,
    'is as none',
    () => answeredBy(message),
    undefined,
  ]),
  [
    31,
    'another value than was put into the storage, or none',
    'no session',
    async () => [await launchedWith(() => 'x'.repeat(43)), await launchedWith(() => '')],
    ['browser_not_bound', 'browser_not_bound'],
  ],
  [
    31,
    'the value that was put there',
    'admitted',
    () => launchedWith((page) => dataIn(page, 'storage-value')),
    'admitted',
  ],
  [
    149,
    'a message to our page from another window than the storage frame',
    'is not heard, and no other script of ours listens to any',
    async () => [
      await answeredBy({ source: { postMessage: () => {} } }),
      scriptsWith(/addEventListener\('message'|onmessage/),
    ],
    [undefined, ['parts/storage-of-page.ts']],
  ],
  [
    149,
    'a window that waits for messages of our pages to anybody',
    'gets none: each names the origin it is for',
    async () => [scriptsWith(/postMessage\([^)]*['"`]\*['"`]/), scriptsWith(/\.postMessage\(/)],
    [[], ['parts/platform-storage.ts', 'registered.ts']],
  ],
]);
