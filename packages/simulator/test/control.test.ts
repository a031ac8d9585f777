import { describe, expect, it } from 'vitest';
import { start, startForTest, text } from './harness.ts';
import { openPage } from './open-page.ts';

describe('the request log', () => {
  it('keeps what was called and how it ended, without secrets', async () => {
    const server = await startForTest();
    await server.create(
      'attendeePW=apple&moderatorPW=melon&meta_cb=https%3A%2F%2Fa%2F%3Ftoken%3Dpear',
    );
    await server.call('join', 'meetingID=room-1&fullName=Ada&password=melon');
    await server.send('/bigbluebutton/api/end?meetingID=room-1&checksum=00');
    await server.send('/bigbluebutton/api/nothing');
    const requests = server.simulator.requests();
    expect(requests).toEqual([
      {
        at: start,
        method: 'GET',
        call: 'create',
        query:
          'name=Maths&meetingID=room-1&attendeePW=***&moderatorPW=***&meta_cb=***&checksum=***',
        status: 200,
        returncode: 'SUCCESS',
        messageKey: '',
      },
      {
        at: start,
        method: 'GET',
        call: 'join',
        query: 'meetingID=room-1&fullName=Ada&password=***&checksum=***',
        status: 302,
        returncode: 'SUCCESS',
        messageKey: 'successfullyJoined',
      },
      {
        at: start,
        method: 'GET',
        call: 'end',
        query: 'meetingID=room-1&checksum=***',
        status: 200,
        returncode: 'FAILED',
        messageKey: 'checksumError',
      },
      {
        at: start,
        method: 'GET',
        call: 'nothing',
        query: '',
        status: 404,
        returncode: '',
        messageKey: '',
      },
    ]);
    const overHttp = await server.send('/control/requests');
    expect(JSON.parse(overHttp.body)).toEqual({ requests });
  });
});

describe('the control API', () => {
  it('describes meetings and recordings without passwords and tokens', async () => {
    const server = await startForTest({ processingDelayMs: 60_000 });
    await server.create('record=true&autoStartRecording=true&attendeePW=apple&moderatorPW=melon');
    const token = await server.join('Ada', 'VIEWER', 'userID=u1');
    await openPage(server, token);
    const state = await server.send('/control/state');
    expect(JSON.parse(state.body)).toMatchObject({
      now: start,
      meetings: [
        {
          meetingID: 'room-1',
          name: 'Maths',
          record: true,
          recording: true,
          ended: false,
          attendees: [{ userID: 'u1', fullName: 'Ada', role: 'VIEWER', isPresenter: false }],
        },
      ],
      recordings: [],
    });
    expect(state.body).not.toMatch(new RegExp(`apple|melon|${token}`, 'u'));
    await server.call('end', 'meetingID=room-1');
    expect(JSON.parse((await server.send('/control/state')).body)).toMatchObject({
      recordings: [{ meetingID: 'room-1', state: 'processing' }],
    });
  });

  it('lets time pass', async () => {
    const server = await startForTest();
    await server.create();
    const answer = await server.control('advance', '{"ms":300000}');
    expect(JSON.parse(answer.body)).toEqual({ now: start + 300_000 });
    expect(text(await server.info(), 'messageKey')).toBe('notFound');
  });

  it.each([
    '',
    '{',
    '{}',
    '{"ms":-1}',
    '{"ms":1.5}',
    '{"ms":"60"}',
    '[]',
    'null',
    '{"ms":1,"s":1}',
  ])('refuses to advance by %j', async (body) => {
    const server = await startForTest();
    const answer = await server.control('advance', body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'invalid_body' } });
  });

  it('lets no time pass for a tenant that does not exist', async () => {
    const server = await startForTest();
    const answer = await server.control('advance?tenant=nope', '{"ms":60000}');
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'unknown_tenant' } });
    expect(server.simulator.state().now).toBe(start);
  });

  it('forgets everything', async () => {
    const server = await startForTest();
    await server.create();
    const page = await openPage(server, await server.join('Ada', 'VIEWER'));
    server.simulator.advance(1_000);
    const answer = await server.control('reset');
    expect(JSON.parse(answer.body)).toEqual({ now: start });
    expect(server.simulator.requests()).toEqual([]);
    expect((await page.over()).reason).toBe('ended');
    expect(text(await server.info(), 'messageKey')).toBe('notFound');
  });

  it.each([
    [{ host: 'evil.example' }, 'not_loopback'],
    [{ host: 'evil.example:80' }, 'not_loopback'],
    [{ host: '127.0.0.1.evil.example' }, 'not_loopback'],
    [{ origin: 'http://localhost:4400' }, 'cross_site'],
    [{ origin: 'null' }, 'cross_site'],
    [{ 'sec-fetch-site': 'cross-site' }, 'cross_site'],
    [{ 'sec-fetch-site': 'same-site' }, 'cross_site'],
  ])('does not answer web pages: %j', async (headers, code) => {
    const server = await startForTest();
    await server.create();
    for (const path of ['/control/state', '/control/requests', '/control/reset']) {
      const method = path.endsWith('reset') ? 'POST' : 'GET';
      const answer = await server.send(path, { method, headers: { ...headers } });
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.body)).toMatchObject({ error: { code } });
    }
    expect(text(await server.info(), 'returncode')).toBe('SUCCESS');
  });

  it.each(['localhost:1', '[::1]:1', '127.0.0.1'])('answers under the name %s', async (host) => {
    const server = await startForTest();
    expect((await server.send('/control/state', { headers: { host } })).status).toBe(200);
  });
});
