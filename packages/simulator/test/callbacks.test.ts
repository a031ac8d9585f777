import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { secret, start, startForTest } from './harness.ts';
import { openPage } from './open-page.ts';
import { startReceiver } from './receiver.ts';
import { record } from './recorded-meeting.ts';

const minute = 60_000;

describe('the end callback', () => {
  it('adds whether there is a recording, and the meeting, to the address', async () => {
    const [server, receiver] = [await startForTest(), await startReceiver()];
    const url = encodeURIComponent(`${receiver.url}/end?token=a%20b`);
    await server.create(`meta_endCallbackUrl=${url}`);
    await server.call('end', 'meetingID=room-1');
    await server.simulator.idle();
    expect(receiver.requests).toMatchObject([
      { method: 'GET', target: '/end?token=a%20b&recordingmarks=false&meetingID=room-1', body: '' },
    ]);
    expect(receiver.requests[0]?.headers.connection).toBe('close');
  });

  it('tells of recording marks, and meetingEndedURL hears nothing but the call', async () => {
    const [server, receiver] = [await startForTest(), await startReceiver()];
    const end = encodeURIComponent(`${receiver.url}/end`);
    const ended = encodeURIComponent(`${receiver.url}/ended`);
    await record(server, 'room-1', `&meta_endCallbackUrl=${end}&meetingEndedURL=${ended}`);
    await server.simulator.idle();
    expect(receiver.requests.map(({ target }) => target).toSorted()).toEqual([
      '/end?recordingmarks=true&meetingID=room-1',
      '/ended',
    ]);
  });

  it('is tried five times, after 30, 60, 120 and 300 seconds', async () => {
    const [server, receiver] = [await startForTest(), await startReceiver()];
    receiver.statuses.push(500, 404, 302, 401, 503);
    await server.create(`meta_endCallbackUrl=${encodeURIComponent(receiver.url)}`);
    await server.call('end', 'meetingID=room-1');
    const counts: number[] = [];
    for (const waitMs of [0, 29_999, 1, 60_000, 120_000, 299_999, 1, 3_600_000]) {
      server.simulator.advance(waitMs);
      await server.simulator.idle();
      counts.push(receiver.requests.length);
    }
    expect(counts).toEqual([1, 1, 2, 3, 4, 4, 5, 5]);
    const [delivery] = server.simulator.deliveries();
    expect(delivery).toMatchObject({ kind: 'end-callback', state: 'given_up' });
    expect(delivery?.attempts.map(({ at, outcome }) => [at - start, outcome])).toEqual([
      [0, 500],
      [30_000, 404],
      [90_000, 302],
      [210_000, 401],
      [510_000, 503],
    ]);
  });

  it('makes up for all attempts when time leaps', async () => {
    const [server, receiver] = [await startForTest(), await startReceiver()];
    receiver.statuses.push(500, 500, 500);
    await server.create(`meta_endCallbackUrl=${encodeURIComponent(receiver.url)}`);
    await server.call('end', 'meetingID=room-1');
    server.simulator.advance(10 * minute);
    await server.simulator.idle();
    expect(receiver.requests).toHaveLength(4);
    expect(server.simulator.deliveries()[0]?.state).toBe('delivered');
  });

  it('is not made for breakout rooms', async () => {
    const [server, receiver] = [await startForTest(), await startReceiver()];
    await server.create();
    const url = encodeURIComponent(receiver.url);
    await server.call(
      'create',
      `name=B1&meetingID=room-2&isBreakout=true&parentMeetingID=room-1&sequence=1&meta_endCallbackUrl=${url}&meetingEndedURL=${url}`,
    );
    await server.call('end', 'meetingID=room-2');
    await server.simulator.idle();
    expect(receiver.requests).toEqual([]);
  });

  it('stays on this machine unless that was allowed', async () => {
    const server = await startForTest();
    await server.create(`meta_endCallbackUrl=http%3A%2F%2Fcallback.example%2Fsecret%3Ft%3D1`);
    await server.call('end', 'meetingID=room-1');
    await server.simulator.idle();
    const answer = await server.send('/control/deliveries');
    expect(JSON.parse(answer.body)).toEqual({
      deliveries: [
        {
          kind: 'end-callback',
          method: 'GET',
          url: 'http://callback.example/secret?t=***&recordingmarks=false&meetingID=room-1',
          state: 'given_up',
          attempts: [{ at: start, outcome: 'outbound_not_allowed' }],
        },
      ],
    });
  });
});

describe('the recording-ready callback', () => {
  it('comes once for each format, and never again', async () => {
    const server = await startForTest({ processingDelayMs: minute });
    const receiver = await startReceiver();
    receiver.statuses.push(500);
    const url = encodeURIComponent(`${receiver.url}/ready`);
    const recordID = await record(server, 'abc123', `&meta_bbb-recording-ready-url=${url}`);
    await server.simulator.idle();
    expect(receiver.requests).toEqual([]);
    server.simulator.advance(60 * minute);
    await server.simulator.idle();
    expect(receiver.requests).toHaveLength(2);
    for (const { method, target, headers } of receiver.requests) {
      expect({ method, target }).toEqual({ method: 'POST', target: '/ready' });
      expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    }
    const token = receiver.forms[0]?.get('signed_parameters') ?? '';
    const [head = '', claims = '', signature] = token.split('.');
    expect(decoded(head)).toEqual({ alg: 'HS256' });
    expect(decoded(claims)).toEqual({ meeting_id: 'abc123', record_id: recordID });
    const expected = createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url');
    expect(signature).toBe(expected);
  });

  it('may be signed with HS512, and knows the older names of its address', async () => {
    const recordings = { readyToken: 'HS512', formats: ['presentation'] } as const;
    const server = await startForTest({ processingDelayMs: 0, profile: 'scalelite', recordings });
    const receiver = await startReceiver();
    const url = encodeURIComponent(receiver.url);
    await record(server, 'room-1', `&meta_bn-recording-ready-url=${url}`);
    await record(server, 'room-2', `&meta_canvas-recording-ready-url=${url}`);
    await server.simulator.idle();
    const heads = receiver.forms.map(
      (form) => form.get('signed_parameters')?.split('.', 1)[0] ?? '',
    );
    expect(heads.map(decoded)).toEqual([{ alg: 'HS512' }, { alg: 'HS512' }]);
  });
});

describe('the analytics callback', () => {
  it('reports what happened in the meeting', async () => {
    const [server, receiver] = [await startForTest(), await startReceiver()];
    const url = encodeURIComponent(`${receiver.url}/report`);
    await server.create(
      `meetingKeepEvents=true&meta_analytics-callback-url=${url}&meta_gl-listed=false`,
    );
    const token = await server.join('Grace', 'MODERATOR', 'userID=u-1');
    await openPage(server, token);
    server.clock.advance(minute);
    await server.act(token, 'chat', { text: 'Hello' });
    await server.act(token, 'hand', { raised: true });
    server.clock.advance(minute);
    await server.act(token, 'end');
    await server.simulator.idle();
    const [request] = receiver.requests;
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'BigBlueButton Analytics Callback',
    });
    const bearer = request?.headers.authorization?.replace('Bearer ', '') ?? '';
    const [head = '', claims = '', signature] = bearer.split('.');
    expect(decoded(head)).toEqual({ typ: 'JWT', alg: 'HS512' });
    const exp = Math.floor((start + 2 * minute) / 1_000) + 86_400;
    expect(decoded(claims)).toEqual({ exp });
    const expected = createHmac('sha512', secret).update(`${head}.${claims}`).digest('base64url');
    expect(signature).toBe(expected);
    expect(JSON.parse(request?.body ?? '{}')).toMatchObject({
      version: '1.0',
      meeting_id: 'room-1',
      internal_meeting_id: expect.stringMatching(/^[0-9a-f]{40}-1531155809613$/u) as string,
      data: {
        metadata: {
          analytics_callback_url: `${receiver.url}/report`,
          meeting_name: 'Maths',
          is_breakout: 'false',
        },
        duration: 120,
        start: '2018-07-09 17:03:29 +0000',
        finish: '2018-07-09 17:05:29 +0000',
        attendees: [
          {
            ext_user_id: 'u-1',
            name: 'Grace',
            moderator: true,
            joins: ['2018-07-09 17:03:29 +0000'],
            leaves: ['2018-07-09 17:05:29 +0000'],
            duration: 120,
            engagement: { chats: 1, raisehand: 1, talks: 0 },
          },
        ],
        polls: [],
      },
    });
    expect(request?.body).not.toMatch(/gl_listed|w_[a-z0-9]{12}/u);
  });

  it('needs events that were kept', async () => {
    const [server, receiver] = [await startForTest(), await startReceiver()];
    const url = encodeURIComponent(receiver.url);
    await server.create(`meta_analytics-callback-url=${url}`);
    await server.call('end', 'meetingID=room-1');
    await record(server, 'room-2', `&meta_analytics-callback-url=${url}`);
    await server.simulator.idle();
    const reported = receiver.requests.map(
      ({ body }) => (JSON.parse(body) as { meeting_id: string }).meeting_id,
    );
    expect(reported).toEqual(['room-2']);
  });
});

function decoded(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
}
