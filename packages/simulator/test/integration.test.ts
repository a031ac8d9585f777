import { describe, expect, it } from 'vitest';
import { startForTest, type TestServer, text } from './harness.ts';
import { openPage } from './open-page.ts';
import { startReceiver } from './receiver.ts';

function startAccount(options = {}): Promise<TestServer> {
  return startForTest({ profile: 'integration', ...options });
}

it('is called below the path of the hoster', async () => {
  const server = await startAccount();
  expect(server.simulator.endpoint).toBe(`${server.simulator.url}/de/bbb-integration/`);
  expect(text(await server.send('/de/bbb-integration/api'), 'returncode')).toBe('SUCCESS');
  expect((await server.send('/bigbluebutton/api')).status).toBe(404);
});

it.each([
  ['sha1', '2027baa7771026e9e93392f55031535d1444c41f', 'noMeetings'],
  ['SHA-1 in capitals', '2027BAA7771026E9E93392F55031535D1444C41F', 'checksumError'],
  [
    'sha384',
    'a2caf6ab7a9296f621a58d55f299b6dbd023afcf7ccf4ddfb4245a04eb87a0bc7797ea193baa41f81346330145bd3199',
    'checksumError',
  ],
])('answers a checksum by %s', async (_name, checksum, messageKey) => {
  const server = await startAccount();
  const answer = await server.send(`/de/bbb-integration/api/getMeetings?checksum=${checksum}`);
  expect(text(answer, 'messageKey')).toBe(messageKey);
});

it.each([
  'updateRecordings',
  'getDefaultConfigXML',
  'setConfigXML',
  'getRecordingTextTracks',
  'putRecordingTextTrack',
])('has no %s: the answer is a page', async (call) => {
  const server = await startAccount();
  const answer = await server.call(call, 'recordID=1');
  expect(answer.status).toBe(404);
  expect(answer.headers['content-type']).toMatch(/^text\/html/u);
});

describe('the server that a meeting is placed on', () => {
  it('has an id for it that does not follow from the meetingID', async () => {
    const answer = await (await startAccount()).create();
    // The SHA-1 of "account-1.room-1"; that of "room-1" begins with 0e9770.
    const hash = '31fb8e3c5ae46f59223bdfc3342a765e87dd040c';
    expect(text(answer, 'internalMeetingID')).toBe(`${hash}-1531155809613`);
  });

  it('chooses the voice bridge, whatever was asked for', async () => {
    const voiceBridge = text(await (await startAccount()).create('voiceBridge=7'), 'voiceBridge');
    expect(voiceBridge).toMatch(/^\d{5}$/u);
  });

  it('may have another name than the one that is called', async () => {
    const server = await startAccount({ joinHost: 'localhost' });
    await server.create();
    const { headers } = await server.call('join', 'meetingID=room-1&fullName=Ada&role=VIEWER');
    const { hostname, port, pathname } = new URL(headers.location ?? '');
    expect(hostname).toBe('localhost');
    expect(port).toBe(new URL(server.simulator.url).port);
    expect(pathname).toBe('/html5client/');
  });
});

it('does not end a meeting when its duration is over, nor tells people so', async () => {
  const server = await startAccount();
  await server.create('duration=10');
  const page = await openPage(server, await server.join('Ada', 'MODERATOR'));
  expect(await page.see()).not.toHaveProperty('endsAt');
  server.simulator.advance(24 * 60 * 60_000);
  expect(text(await server.info(), 'running')).toBe('true');
  expect(text(await server.info(), 'duration')).toBe('10');
});

describe('the texts of the hoster', () => {
  async function notes(more: string): Promise<string[]> {
    const server = await startAccount();
    await server.create(`dialNumber=555&${more}`);
    const page = await openPage(server, await server.join('Ada', 'MODERATOR'));
    return (await page.see()).notes.map((note) => JSON.stringify(note));
  }
  const own = 'welcome=Our+own&moderatorOnlyMessage=For+you';

  it('come before those of the caller', async () => {
    const [welcome = '', forModerators = ''] = await notes(own);
    expect(welcome).toMatch(/hosted by the simulated IntegrationAPI.*call 555.*Our own/u);
    expect(welcome).toContain('Maths');
    expect(forModerators).toMatch(/Phone access.*555.*For you/u);
  });

  it('are there even when the caller has none', async () => {
    expect(await notes('')).toHaveLength(2);
  });

  it('are left out on demand', async () => {
    const shown = await notes(`${own}&deactivateBbbserverDefaultChatTexts=true`);
    expect(shown.join()).not.toMatch(/hosted by|Phone access/u);
    expect(shown.join()).toMatch(/Our own.*For you/u);
    expect(await notes('deactivateBbbserverDefaultChatTexts=true')).toEqual([]);
  });

  it('are unknown to other servers, and so is the parameter', async () => {
    const server = await startForTest();
    await server.create('deactivateBbbserverDefaultChatTexts=false');
    const page = await openPage(server, await server.join('Ada', 'MODERATOR'));
    expect((await page.see()).notes).toEqual([]);
  });
});

describe('a hook', () => {
  it('must be for a meeting', async () => {
    const server = await startAccount();
    const answer = await server.call('hooks/create', 'callbackURL=http%3A%2F%2F127.0.0.1%2F');
    expect(text(answer, 'returncode')).toBe('FAILED');
  });

  it('hears of its own meeting only, and not who people are', async () => {
    const [server, receiver] = [await startAccount(), await startReceiver()];
    const callback = encodeURIComponent(receiver.url);
    await server.call('hooks/create', `callbackURL=${callback}&meetingID=room-1`);
    await server.create();
    await server.call('create', 'name=Other&meetingID=room-2');
    const attendee = { fullName: 'Ada Lovelace', userID: 'u1', userdata: { email: 'a@b.test' } };
    for (const meetingID of ['room-1', 'room-2']) {
      server.simulator.act({ kind: 'join', meetingID, attendee });
    }
    await server.simulator.idle();
    expect(receiver.events.map(({ id, attributes }) => [id, attributes['meeting']])).toEqual([
      ['meeting-created', expect.objectContaining({ 'external-meeting-id': 'room-1' })],
      ['user-joined', expect.objectContaining({ 'external-meeting-id': 'room-1' })],
    ]);
    const bodies = decodeURIComponent(receiver.requests.map(({ body }) => body).join());
    expect(bodies).toContain('"external-user-id":"u1"');
    expect(bodies).not.toMatch(/Lovelace|a@b/u);
  });
});
