import { describe, expect, it } from 'vitest';
import { elementNames, secret, signed, startForTest, text } from './harness.ts';

// Literal sums computed by sha1sum over call name, query and secret.
const isMeetingRunning = '/bigbluebutton/api/isMeetingRunning';
const query = 'a=1&meetingID=m1';
const sha1 = 'b953eb23fb50c567be5db2be9b4673449ec1cd93';

describe('a checksum in capitals', () => {
  it.each([
    ['bigbluebutton-2.7', 'false'],
    ['bigbluebutton-3.0', 'false'],
    ['scalelite', undefined],
  ] as const)('on %s', async (profile, running) => {
    const server = await startForTest({ profile });
    const path = `${isMeetingRunning}?${query}&checksum=${sha1.toUpperCase()}`;
    expect(text(await server.send(path), 'running')).toBe(running);
  });
});

describe('a second checksum', () => {
  // The first one is taken out of the query, the second one stays in what is signed.
  const rest = `${query}&checksum=0000`;

  it('is signed like any other parameter on 2.7', async () => {
    const server = await startForTest({ profile: 'bigbluebutton-2.7' });
    const [, checksum] = signed('isMeetingRunning', rest).split(`${rest}&`);
    const answer = await server.send(`${isMeetingRunning}?${checksum ?? ''}&${rest}`);
    expect(text(answer, 'running')).toBe('false');
  });

  it('is refused on 3.0', async () => {
    const server = await startForTest({ profile: 'bigbluebutton-3.0' });
    const [, checksum] = signed('isMeetingRunning', rest).split(`${rest}&`);
    const answer = await server.send(`${isMeetingRunning}?${checksum ?? ''}&${rest}`);
    expect(text(answer, 'messageKey')).toBe('checksumError');
  });
});

describe('a server that signs the query re-encoded', () => {
  it.each([
    ['meetingID=a+b', 'false'],
    ['meetingID=a%20b', undefined],
    ["meetingID=it's", undefined],
    ['meetingID=it%27s', 'false'],
    ['meetingID=caf%c3%a9', undefined],
    ['meetingID=caf%C3%A9', 'false'],
    ['meetingID=a*b-c.d_e', 'false'],
  ])('answers %s', async (sent, running) => {
    const server = await startForTest({ signedQuery: 're-encoded' });
    expect(text(await server.call('isMeetingRunning', sent), 'running')).toBe(running);
  });
});

it('accepts every one of several secrets', async () => {
  const server = await startForTest({ moreSecrets: ['second'] });
  for (const [key, messageKey] of [
    [secret, 'noMeetings'],
    ['second', 'noMeetings'],
    ['third', 'checksumError'],
  ] as const) {
    const path = `/bigbluebutton/api/getMeetings?${signed('getMeetings', '', key)}`;
    expect(text(await server.send(path), 'messageKey')).toBe(messageKey);
  }
});

it('Scalelite does not know SHA-384', async () => {
  const sum =
    '891ac633df39d0a1b4f8d597f3e190833216c4b29c4fb51ea3ca72757eeb958d6e7b49a845cf29f5c6019c7d29d029d1';
  const path = `/bigbluebutton/api/create?name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444&checksum=${sum}`;
  const [plain, balancer] = [await startForTest(), await startForTest({ profile: 'scalelite' })];
  expect(text(await plain.send(path), 'returncode')).toBe('SUCCESS');
  expect(text(await balancer.send(path), 'messageKey')).toBe('checksumError');
});

describe('the index', () => {
  it.each([
    ['bigbluebutton-2.7', '/bigbluebutton', ['version', 'apiVersion', 'bbbVersion']],
    [
      'bigbluebutton-3.0',
      '/bigbluebutton',
      ['version', 'apiVersion', 'bbbVersion', 'graphqlWebsocketUrl', 'graphqlApiUrl'],
    ],
  ] as const)('of %s', async (profile, base, fields) => {
    const server = await startForTest({ profile });
    for (const path of [base, `${base}/`, `${base}/api`, `${base}/api/`]) {
      const answer = await server.send(path);
      expect(elementNames(answer)).toEqual(['response', 'returncode', ...fields]);
    }
  });
});

describe('a call that does not exist', () => {
  it.each(['bigbluebutton-2.7', 'bigbluebutton-3.0'] as const)('on %s', async (profile) => {
    const server = await startForTest({ profile });
    const answer = await server.send('/bigbluebutton/api/setConfigXML');
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toMatch(/^text\/html/u);
  });

  it.each(['setConfigXML', 'getJoinUrl', 'hooks/create', 'hooks/create/', 'sendChatMessage'])(
    'such as %s on Scalelite',
    async (call) => {
      const server = await startForTest({ profile: 'scalelite' });
      const answer = await server.call(call, 'meetingID=room-1');
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('application/xml;charset=utf-8');
      expect(text(answer, 'messageKey')).toBe('unsupportedRequest');
      expect(text(answer, 'message')).toBe('This request is not supported.');
    },
  );
});

describe('join by POST', () => {
  it.each([
    ['bigbluebutton-2.7', 302],
    ['bigbluebutton-3.0', 405],
  ] as const)('on %s', async (profile, status) => {
    const server = await startForTest({ profile });
    await server.create();
    const person = 'meetingID=room-1&fullName=Ada&role=VIEWER';
    expect((await server.call('join', person, { method: 'POST' })).status).toBe(status);
  });
});
