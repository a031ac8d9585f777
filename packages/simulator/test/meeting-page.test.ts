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
    const welcome = ['Hello ', { tag: 'b', words: ['Maths'] }];
    expect(both.notes).toEqual([welcome, ['Psst']]);
    expect((await ada.see()).notes).toEqual([welcome]);

    await server.act(token, 'chat', { text: ' Hi <all> ' });
    await server.act(token, 'hand', { raised: true });
    const raised = await grace.see((view) => view.people.some((person) => person.handRaised));
    const id = raised.people.find((person) => person.handRaised)?.id;
    expect(raised.chat).toMatchObject([{ from: 'Ada', by: id, text: 'Hi <all>' }]);

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
    await ada.see((view) => view.recording.isOn);
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
