import { existsSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { startForTest, text } from './harness.ts';
import { openPage } from './open-page.ts';

const isBuilt = existsSync(new URL('../dist/client/meeting.js', import.meta.url));

describe('the meeting page', () => {
  it('opens with a session token, protected against foreign scripts', async () => {
    const server = await startForTest();
    await server.call('create', 'name=%3Ci%3EMaths&meetingID=room-1');
    const token = await server.join('Ada', 'VIEWER');
    const page = await server.send(`/html5client/?sessionToken=${token}`);
    expect(page.status).toBe(isBuilt ? 200 : 503);
    expect(page.body).toContain(isBuilt ? '<h1>&lt;i&gt;Maths</h1>' : 'pnpm build');
    expect(page.body).not.toContain(token);
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self';/u);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
  });

  it('says so when the token is unknown', async () => {
    const server = await startForTest();
    const page = await server.send('/html5client/?sessionToken=nonsense');
    expect(page.status).toBe(404);
    expect(page.body).toContain('This link is no longer valid');
  });

  it('shows everyone who comes, talks, raises a hand and leaves', async () => {
    const server = await startForTest();
    await server.create(
      'welcome=Hello+%3Cb%3E%25%25CONFNAME%25%25%3C%2Fb%3E&moderatorOnlyMessage=Psst',
    );
    const grace = await openPage(server, await server.join('Grace', 'MODERATOR'));
    const token = await server.join('Ada', 'VIEWER');
    const ada = await openPage(server, token);
    const both = await grace.see((view) => view.people.length === 2);
    expect(both.people.map(({ name, isPresenter }) => [name, isPresenter])).toEqual([
      ['Grace', true],
      ['Ada', false],
    ]);
    expect(both.notes).toEqual(['Hello Maths', 'Psst']);
    expect((await ada.see(() => true)).notes).toEqual(['Hello Maths']);

    await server.act(token, 'chat', { text: ' Hi <all> ' });
    await server.act(token, 'hand', { raised: true });
    const raised = await grace.see((view) => view.people.some((person) => person.handRaised));
    expect(raised.chat).toMatchObject([{ from: 'Ada', text: 'Hi <all>' }]);

    expect((await server.act(token, 'leave')).status).toBe(204);
    expect((await grace.see((view) => view.people.length === 1)).people[0]?.name).toBe('Grace');
    expect((await server.send(`/html5client/?sessionToken=${token}`)).status).toBe(404);
  });

  it('keeps people for a moment when their page closes, then lets them go', async () => {
    const server = await startForTest();
    await server.create('meetingExpireWhenLastUserLeftInMinutes=0');
    const page = await openPage(server, await server.join('Ada', 'VIEWER'));
    page.close();
    await vi.waitFor(async () => {
      server.clock.advance(1_000);
      expect(text(await server.info(), 'running')).toBe('false');
    });
    expect(text(await server.info(), 'hasUserJoined')).toBe('true');
  });

  it('ends for everyone when a moderator ends it', async () => {
    const server = await startForTest();
    await server.create('record=true&logoutURL=https%3A%2F%2Fschool.example%2F');
    const token = await server.join(
      'Grace',
      'MODERATOR',
      'logoutURL=https%3A%2F%2Fschool.example%2F7b',
    );
    await openPage(server, token);
    const ada = await openPage(server, await server.join('Ada', 'VIEWER'));
    await server.act(token, 'recording', { on: true });
    expect((await ada.see((view) => view.recording.isOn)).recording.isMine).toBe(false);
    expect((await server.act(token, 'end')).status).toBe(204);
    expect(await ada.over()).toEqual({
      state: 'over',
      reason: 'ended',
      name: 'Maths',
      willHaveRecording: true,
      logoutURL: 'https://school.example/',
    });
    expect(text(await server.info(), 'hasBeenForciblyEnded')).toBe('true');
  });

  it('ends for everyone when the API ends it', async () => {
    const server = await startForTest();
    await server.create();
    const ada = await openPage(server, await server.join('Ada', 'VIEWER'));
    await server.call('end', 'meetingID=room-1');
    expect((await ada.over()).reason).toBe('ended');
  });
});

describe('what a page may do', () => {
  it.each([
    ['end', {}],
    ['recording', { on: true }],
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
    expect((await page.see(() => true)).recording.isMine).toBe(false);
    const answer = await server.act(token, 'recording', { on: true });
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'not_recordable' } });
  });

  it.each(['live', 'chat', 'hand', 'recording', 'leave', 'end'])(
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

describe('the page people are sent to when they could not join', () => {
  it('tells why in plain words and repeats nothing from the address', async () => {
    const server = await startForTest();
    const refused = await server.call('join', 'meetingID=room-1&fullName=Ada&role=VIEWER');
    const { pathname, search } = new URL(refused.headers.location ?? '');
    const page = await server.send(pathname + search);
    expect(page.status).toBe(200);
    expect(page.body).toContain('This meeting does not exist, or is over.');
    const odd = await server.send(
      '/?errors=%5B%7B%22key%22%3A%22constructor%22%2C%22message%22%3A%22Pay+here%22%7D%5D',
    );
    expect(odd.body).toContain('The meeting server did not accept the link.');
    expect(odd.body).not.toContain('Pay');
  });
});
