import { describe, expect, it } from 'vitest';
import { signed, startForTest, text } from './harness.ts';
import { hookCall } from './hook-calls.ts';
import { openPage } from './open-page.ts';
import { startReceiver } from './receiver.ts';
import { record } from './recorded-meeting.ts';

describe('webhooks of version 2.6', () => {
  async function startOld(query = '') {
    const [server, receiver] = [
      await startForTest({ profile: 'bigbluebutton-2.7' }),
      await startReceiver(),
    ];
    await hookCall(server, 'create', `callbackURL=${encodeURIComponent(receiver.url)}${query}`);
    return { server, receiver };
  }

  it('come one after another, and a failing one holds up the rest', async () => {
    const { server, receiver } = await startOld();
    receiver.statuses.push(500);
    await server.create('moderatorPW=mp&attendeePW=ap');
    await openPage(server, await server.join('Grace', 'MODERATOR'));
    await server.simulator.idle();
    expect(receiver.eventIDs).toEqual(['meeting-created']);
    await server.pass(100);
    expect(receiver.eventIDs).toEqual([
      'meeting-created',
      'meeting-created',
      'user-joined',
      'user-presenter-assigned',
    ]);
    expect([...(receiver.forms[0]?.keys() ?? [])]).toEqual(['event', 'timestamp', 'domain']);
  });

  it('lack what came later, and mistake a name for an id', async () => {
    const { server, receiver } = await startOld('&meetingID=room-1');
    await server.create('meetingExpireIfNoUserJoinedInMinutes=60');
    const token = await server.join('Grace', 'MODERATOR', 'userID=u-1');
    await openPage(server, token);
    await server.act(token, 'hand', { raised: true });
    await server.act(token, 'chat', { text: 'Hello' });
    await server.simulator.idle();
    expect(receiver.eventIDs).not.toContain('user-raise-hand-changed');
    const [created, joined] = receiver.events;
    expect(created?.attributes['meeting']).not.toHaveProperty('parent-id');
    expect(joined?.attributes['user']).not.toHaveProperty('guest');
    const { attributes } = receiver.events.find(({ id }) => id.startsWith('chat')) ?? {};
    expect(attributes?.['chat-message']?.['sender']).toMatchObject({ 'external-user-id': 'Grace' });
  });

  it('remove a hook that never answers', async () => {
    const { server, receiver } = await startOld();
    receiver.statuses.push(...Array.from({ length: 13 }, () => 500));
    await server.create('meetingExpireIfNoUserJoinedInMinutes=600');
    await server.pass(3_600_000);
    expect((await hookCall(server, 'list', '')).body).toContain('<hooks></hooks>');
    await server.call('end', 'meetingID=room-1');
    await server.simulator.idle();
    expect(receiver.requests).toHaveLength(13);
  });
});

describe('hooks of one meeting', () => {
  async function hear(version: '2.6' | '3.3' | '3.4') {
    const server = await startForTest({ webhooks: { version } });
    const receiver = await startReceiver();
    for (const [path, meetingID] of [
      ['a', 'room-1'],
      ['b', 'room-1'],
      ['c', 'room-2'],
    ] as const) {
      const url = encodeURIComponent(`${receiver.url}/${path}`);
      await hookCall(server, 'create', `callbackURL=${url}&meetingID=${meetingID}`);
    }
    await server.create();
    await server.simulator.idle();
    return receiver.requests.map(({ target }) => target.charAt(1)).toSorted();
  }

  it.each([
    ['2.6', ['a', 'b']],
    ['3.3', ['a', 'b', 'c']],
    ['3.4', ['a']],
  ] as const)('hear of it in version %s: %s', async (version, expected) => {
    expect(await hear(version)).toEqual(expected);
  });

  it('at a hoster get events without personal data', async () => {
    const [server, receiver] = [
      await startForTest({ profile: 'integration' }),
      await startReceiver(),
    ];
    const url = encodeURIComponent(receiver.url);
    await hookCall(server, 'create', `callbackURL=${url}&meetingID=room-1`);
    const { pathname } = new URL(server.simulator.endpoint);
    const call = (name: string, query: string) =>
      server.send(`${pathname}api/${name}?${signed(name, query)}`);
    await call('create', 'name=Maths&meetingID=room-1');
    const join = 'meetingID=room-1&fullName=Grace&role=MODERATOR&userID=u-1&redirect=false';
    const token = text(await call('join', join), 'session_token') ?? '';
    await openPage(server, token);
    await server.act(token, 'chat', { text: 'Hello' });
    await server.simulator.idle();
    expect(receiver.requests.length).toBeGreaterThan(2);
    const joined = receiver.events.find(({ id }) => id === 'user-joined');
    expect(joined?.attributes['user']).toMatchObject({ 'external-user-id': 'u-1' });
    expect(receiver.requests.map(({ body }) => body).join('')).not.toContain('Grace');
  });
});

describe('webhooks of a recording', () => {
  it('tell every step, and what callers do to it', async () => {
    const recordings = { formats: ['presentation'] };
    const webhooks = { version: '2.6' } as const;
    const server = await startForTest({ processingDelayMs: 60_000, recordings, webhooks });
    const receiver = await startReceiver();
    await hookCall(server, 'create', `callbackURL=${encodeURIComponent(receiver.url)}`);
    const recordID = await record(server, 'room-1');
    await server.pass(60_000);
    await server.call('publishRecordings', `recordID=${recordID}&publish=false`);
    await server.call('publishRecordings', `recordID=${recordID}&publish=false`);
    await server.call('publishRecordings', `recordID=${recordID}&publish=true`);
    await server.call('deleteRecordings', `recordID=${recordID}`);
    await server.simulator.idle();
    const steps = ['archive', 'sanity', 'post-archive', 'process', 'post-process', 'publish'];
    expect(receiver.eventIDs.filter((id) => id.startsWith('rap-'))).toEqual([
      ...[...steps, 'post-publish'].flatMap((step) => [`rap-${step}-started`, `rap-${step}-ended`]),
      'rap-unpublished',
      'rap-published',
      'rap-deleted',
    ]);
    const published = receiver.events.find(({ id }) => id === 'rap-publish-ended');
    expect(published?.attributes).toMatchObject({
      meeting: { 'internal-meeting-id': recordID, 'external-meeting-id': 'room-1' },
      'record-id': recordID,
      success: true,
      workflow: 'presentation',
      recording: { name: 'Maths', 'is-breakout': false, playback: { format: 'presentation' } },
    });
  });

  it('forget the id of a meeting after a while', async () => {
    const [server, receiver] = [
      await startForTest({ processingDelayMs: 0 }),
      await startReceiver(),
    ];
    const url = encodeURIComponent(receiver.url);
    await hookCall(server, 'create', `callbackURL=${url}&eventID=rap-unpublished`);
    const recordID = await record(server, 'room-1');
    await server.pass(8 * 24 * 3_600_000);
    await server.call('publishRecordings', `recordID=${recordID}&publish=false`);
    await server.simulator.idle();
    expect(receiver.events[0]?.attributes).toEqual({
      meeting: { 'internal-meeting-id': recordID },
      'record-id': recordID,
    });
  });
});
