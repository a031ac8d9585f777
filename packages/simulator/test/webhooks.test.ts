import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../src/index.ts';
import { secret, start, startForTest, type TestServer, texts } from './harness.ts';
import { hookCall } from './hook-calls.ts';
import { openPage } from './open-page.ts';
import { type Receiver, startReceiver } from './receiver.ts';

/** Starts a server that tells a receiver what happens. */
async function startListening(
  query = '',
  options: Partial<SimulatorOptions> = {},
): Promise<{ server: TestServer; receiver: Receiver }> {
  const [server, receiver] = [await startForTest(options), await startReceiver()];
  const url = encodeURIComponent(`${receiver.url}/hook`);
  await hookCall(server, 'create', `callbackURL=${url}${query}`);
  return { server, receiver };
}

describe('webhooks', () => {
  it('tell the course of a meeting, each event by itself', async () => {
    const { server, receiver } = await startListening();
    await server.create('meta_course=7&moderatorPW=mp&attendeePW=ap&maxParticipants=9');
    const token = await server.join('Grace', 'MODERATOR', 'userID=u-1&userdata-bbb_x=1');
    await openPage(server, token);
    await server.act(token, 'hand', { raised: true });
    await server.act(token, 'chat', { text: 'Hello' });
    await server.call('sendChatMessage', 'meetingID=room-1&message=Soon&userName=Host');
    await server.call('end', 'meetingID=room-1&password=mp');
    await server.simulator.idle();
    expect(receiver.eventIDs.toSorted()).toEqual([
      'chat-group-message-sent',
      'chat-group-message-sent',
      'meeting-created',
      'meeting-ended',
      'user-joined',
      'user-left',
      'user-presenter-assigned',
      'user-raise-hand-changed',
    ]);
    const attributesOf = (wanted: string) =>
      receiver.events.find(({ id }) => id === wanted)?.attributes ?? {};
    expect(attributesOf('meeting-created')['meeting']).toEqual({
      'internal-meeting-id': `${createHash('sha1').update('room-1').digest('hex')}-${start}`,
      'external-meeting-id': 'room-1',
      name: 'Maths',
      'is-breakout': false,
      'parent-id': 'bbb-none',
      duration: 0,
      'create-time': start,
      'create-date': 'Mon Jul 09 17:03:29 UTC 2018',
      'moderator-pass': 'mp',
      'viewer-pass': 'ap',
      record: false,
      'voice-conf': expect.stringMatching(/^\d{5}$/u) as string,
      'dial-number': '613-555-1234',
      'max-users': 9,
      metadata: { course: '7' },
      audioBridge: 'bbb-webrtc-sfu',
      cameraBridge: 'bbb-webrtc-sfu',
      screenShareBridge: 'bbb-webrtc-sfu',
    });
    expect(attributesOf('user-joined')['user']).toEqual({
      'internal-user-id': expect.stringMatching(/^w_[a-z0-9]{12}$/u) as string,
      'external-user-id': 'u-1',
      name: 'Grace',
      role: 'MODERATOR',
      presenter: false,
      userdata: { bbb_x: '1' },
      guest: false,
    });
    expect(attributesOf('user-raise-hand-changed')['user']?.['raise-hand']).toBe(true);
    expect(attributesOf('chat-group-message-sent')['chat-id']).toBe('MAIN-PUBLIC-GROUP-CHAT');
  });

  it('send a form with the event as an array in text', async () => {
    const { server, receiver } = await startListening('&eventID=Meeting-Created');
    await server.create();
    await server.simulator.idle();
    const [request] = receiver.requests;
    expect(request?.method).toBe('POST');
    expect(request?.target).toMatch(/^\/hook\?checksum=[0-9a-f]{40}$/u);
    expect([...(receiver.forms[0]?.keys() ?? [])]).toEqual(['domain', 'event', 'timestamp']);
    expect(receiver.forms[0]?.get('domain')).toBe('127.0.0.1');
    expect(receiver.forms[0]?.get('timestamp')).toBe(String(start));
    expect(receiver.events[0]?.ts).toBe(start);
    await server.call('end', 'meetingID=room-1');
    await server.simulator.idle();
    expect(receiver.requests).toHaveLength(1);
  });

  it('may show the secret itself instead of a checksum', async () => {
    const webhooks = { authorization: 'bearer' } as const;
    const { server, receiver } = await startListening('', { webhooks });
    await server.create();
    await server.simulator.idle();
    expect(receiver.requests).toMatchObject([
      { target: '/hook', headers: { authorization: `Bearer ${secret}` } },
    ]);
    const elsewhere = await startReceiver();
    receiver.location = elsewhere.url;
    receiver.statuses.push(307);
    await server.call('end', 'meetingID=room-1');
    await server.simulator.idle();
    expect(elsewhere.requests).toHaveLength(1);
    expect(elsewhere.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('take 401 for success and try again after anything else', async () => {
    const { server, receiver } = await startListening();
    receiver.statuses.push(404, 500, 401);
    await server.create();
    await server.simulator.idle();
    await server.pass(99);
    expect(receiver.requests).toHaveLength(1);
    await server.pass(1);
    expect(receiver.requests).toHaveLength(2);
    await server.pass(500);
    await server.pass(600_000);
    const created = receiver.requests.filter((_, index) => {
      return receiver.eventIDs[index] === 'meeting-created';
    });
    expect(created).toHaveLength(3);
    expect(new Set(created.map(({ body }) => body)).size).toBe(1);
  });

  it('follow redirects', async () => {
    const { server, receiver } = await startListening();
    receiver.statuses.push(307, 302);
    await server.create();
    await server.simulator.idle();
    expect(receiver.requests.map(({ method, target }) => [method, target.split('?')[0]])).toEqual([
      ['POST', '/hook'],
      ['POST', '/elsewhere'],
      ['GET', '/elsewhere'],
    ]);
    expect(receiver.requests[1]?.body).toBe(receiver.requests[0]?.body);
  });

  it('do not follow redirects off this machine', async () => {
    const { server, receiver } = await startListening();
    receiver.location = 'http://elsewhere.example/';
    receiver.statuses.push(302);
    await server.create();
    await server.simulator.idle();
    expect(server.simulator.deliveries()).toMatchObject([
      { state: 'given_up', attempts: [{ outcome: 'outbound_not_allowed' }] },
    ]);
  });
});

describe('a hook that never answers', () => {
  const retries = [
    100, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 30_000, 60_000, 60_000, 60_000, 60_000,
  ];

  async function exhaust() {
    const { server, receiver } = await startListening('&eventID=meeting-created,meeting-ended');
    receiver.statuses.push(...Array.from({ length: 13 }, () => 500));
    await server.create('meetingExpireIfNoUserJoinedInMinutes=600');
    await server.pass(3_600_000);
    return { server, receiver };
  }

  it('is tried thirteen times within about five minutes', async () => {
    const { server } = await exhaust();
    const [delivery] = server.simulator.deliveries();
    expect(delivery?.state).toBe('given_up');
    const moments = delivery?.attempts.map(({ at }) => at - start) ?? [];
    expect(moments.slice(1).map((at, index) => at - (moments[index] ?? 0))).toEqual(retries);
  });

  it('keeps hearing of new events in 3.x', async () => {
    const { server, receiver } = await exhaust();
    expect(texts(await server.call('hooks/list'), 'hookID')).toHaveLength(1);
    await server.call('end', 'meetingID=room-1');
    await server.simulator.idle();
    expect(receiver.eventIDs.at(-1)).toBe('meeting-ended');
  });

  it('is tried every minute for ever when it is permanent', async () => {
    const receiver = await startReceiver();
    const permanentHooks = [{ url: receiver.url }];
    const server = await startForTest({ webhooks: { permanentHooks } });
    receiver.statuses.push(...Array.from({ length: 20 }, () => 500));
    await server.create('meetingExpireIfNoUserJoinedInMinutes=6000');
    await server.pass(295_600 + 7 * 60_000);
    expect(receiver.requests).toHaveLength(20);
  });
});
