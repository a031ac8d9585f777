import { describe, expect, it } from 'vitest';
import { startForTest, text } from './harness.ts';
import { openPage } from './open-page.ts';

describe('what a page may do', () => {
  it.each([
    ['end', {}],
    ['recording', { on: true }],
    ['remove', { id: 'w_somebody' }],
    ['lobby/decide', { id: 'w_somebody', letIn: true }],
    ['lobby/decide-all', { letIn: true }],
    ['lobby/message', { text: 'Hi' }],
    ['lobby/policy', { policy: 'ALWAYS_ACCEPT' }],
  ])('does not include %s for viewers', async (action, details) => {
    const server = await startForTest();
    await server.create('record=true');
    const token = await server.join('Ada', 'VIEWER');
    await openPage(server, token);
    const answer = await server.act(token, action, details);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'moderators_only' } });
    expect(text(await server.info(), 'hasBeenForciblyEnded')).toBe('false');
    expect(text(await server.info(), 'recording')).toBe('false');
  });

  it.each([
    ['record=false', 'the meeting may not be recorded'],
    ['record=true&allowStartStopRecording=false', 'nobody may switch the recording'],
  ])('does not include recording with %s, for %s', async (query) => {
    const server = await startForTest();
    await server.create(query);
    const token = await server.join('Grace', 'MODERATOR');
    const page = await openPage(server, token);
    expect((await page.see()).recording.isControllable).toBe(false);
    const answer = await server.act(token, 'recording', { on: true });
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'not_recordable' } });
  });

  it.each([
    ['chat', { text: 'Hi' }],
    ['raiseHand', { raised: true }],
  ] as const)('does not include %s when the host turned it off', async (feature, details) => {
    const server = await startForTest();
    await server.create(`disabledFeatures=${feature}`);
    const token = await server.join('Grace', 'MODERATOR');
    const page = await openPage(server, token);
    expect((await page.see()).features[feature]).toBe(false);
    const answer = await server.act(token, feature === 'chat' ? 'chat' : 'hand', details);
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'turned_off' } });
  });

  it.each(['live', 'chat', 'hand', 'recording', 'remove', 'leave', 'end', 'lobby/decide-all'])(
    'is nothing without a session token: %s',
    async (action) => {
      const server = await startForTest();
      const answer = await server.act('nonsense', action, {});
      expect(answer.status).toBe(401);
      expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'invalid_session' } });
    },
  );

  it('is nothing by GET, nor with the cookie of join alone', async () => {
    const server = await startForTest();
    await server.create();
    const joined = await server.call('join', 'meetingID=room-1&fullName=Grace&role=MODERATOR');
    const cookie = joined.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const token = new URL(joined.headers.location ?? '').searchParams.get('sessionToken') ?? '';
    await openPage(server, token);
    const headers = { cookie };
    expect((await server.send('/html5client/end', { method: 'POST', headers })).status).toBe(401);
    const get = await server.send('/html5client/end', { headers: { 'x-session-token': token } });
    expect(get.status).toBe(404);
    expect(text(await server.info(), 'hasBeenForciblyEnded')).toBe('false');
  });

  it('is nothing that a page of another site asks for', async () => {
    const server = await startForTest();
    await server.create();
    const token = await server.join('Grace', 'MODERATOR');
    await openPage(server, token);
    const headers = { 'x-session-token': token, 'sec-fetch-site': 'cross-site' };
    const answer = await server.send('/html5client/end', { method: 'POST', headers });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'cross_site' } });
    expect(text(await server.info(), 'hasBeenForciblyEnded')).toBe('false');
  });

  it('starts with being there', async () => {
    const server = await startForTest();
    await server.create();
    const answer = await server.act(await server.join('Grace', 'MODERATOR'), 'end');
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'not_in_meeting' } });
  });

  it.each([
    ['chat', {}],
    ['chat', { text: '  ' }],
    ['chat', { text: 'x'.repeat(501) }],
    ['chat', 'words'],
    ['hand', { raised: 'yes' }],
    ['recording', { on: 1 }],
    ['remove', {}],
    ['lobby/decide', { id: 'w_somebody' }],
    ['lobby/decide-all', { letIn: 'no' }],
    ['lobby/message', { text: 'x'.repeat(501) }],
    ['lobby/policy', { policy: 'SOMETIMES' }],
  ])('must make sense: %s %j', async (action, details) => {
    const server = await startForTest();
    await server.create('record=true');
    const token = await server.join('Grace', 'MODERATOR');
    await openPage(server, token);
    const answer = await server.act(token, action, details);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'invalid_body' } });
  });
});
