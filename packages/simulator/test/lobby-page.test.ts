import { describe, expect, it, vi } from 'vitest';
import { startForTest, type TestServer, text } from './harness.ts';
import { openPage } from './open-page.ts';

/** A meeting with a moderator inside in which guests have to wait. */
async function startWithLobby(more = '') {
  const server = await startForTest();
  await server.create(`guestPolicy=ASK_MODERATOR${more}`);
  const token = await server.join('Grace', 'MODERATOR');
  return { server, token, grace: await openPage(server, token) };
}

async function guest(server: TestServer, name: string) {
  const token = await server.join(name, 'VIEWER', 'guest=true');
  return { token, page: await openPage(server, token) };
}

describe('the lobby', () => {
  it('shows guests their place, and moderators who waits', async () => {
    const { server, token, grace } = await startWithLobby();
    const ada = await guest(server, 'Ada');
    const alan = await guest(server, 'Alan');
    expect((await ada.page.wait()).position).toBe(1);
    expect(await alan.page.wait()).toMatchObject({ name: 'Maths', position: 2, message: '' });
    const { door, people } = await grace.see((view) => view.door?.guests.length === 2);
    expect(door?.guests.map(({ name }) => name)).toEqual(['Ada', 'Alan']);
    expect(people).toHaveLength(1);
    expect(text(await server.info(), 'participantCount')).toBe('1');

    const id = door?.guests[0]?.id;
    expect((await server.act(token, 'lobby/decide', { id, letIn: true })).status).toBe(204);
    expect((await ada.page.see()).people.map(({ name }) => name)).toEqual(['Grace', 'Ada']);
    expect((await alan.page.wait(({ position }) => position === 1)).position).toBe(1);
    await grace.see((view) => view.door?.guests.length === 1 && view.people.length === 2);
  });

  it('does not show viewers who waits', async () => {
    const { server, token } = await startWithLobby();
    const ada = await guest(server, 'Ada');
    await ada.page.wait();
    await server.act(token, 'lobby/decide-all', { letIn: true });
    expect((await ada.page.see()).door).toBeUndefined();
    await guest(server, 'Alan');
    await server.act(token, 'chat', { text: 'Somebody waits' });
    expect((await ada.page.see((view) => view.chat.length > 0)).door).toBeUndefined();
  });

  it('tells guests whom a moderator turns away', async () => {
    const { server, token } = await startWithLobby('&logoutURL=https%3A%2F%2Fschool.example%2F');
    const ada = await guest(server, 'Ada');
    await server.act(token, 'lobby/decide-all', { letIn: false });
    expect(await ada.page.over()).toMatchObject({
      reason: 'denied',
      logoutURL: 'https://school.example/',
    });
    expect((await (await openPage(server, ada.token)).over()).reason).toBe('denied');
  });

  it('shows guests what the moderators say', async () => {
    const { server, token, grace } = await startWithLobby();
    const ada = await guest(server, 'Ada');
    await server.act(token, 'lobby/message', { text: ' Five <minutes> ' });
    expect((await ada.page.wait(({ message }) => message !== '')).message).toBe('Five <minutes>');
    await grace.see((view) => view.door?.message === 'Five <minutes>');
  });

  it('lets a moderator decide about everyone who comes later', async () => {
    const { server, token, grace } = await startWithLobby();
    await server.act(token, 'lobby/policy', { policy: 'ALWAYS_ACCEPT' });
    await grace.see((view) => view.door?.policy === 'ALWAYS_ACCEPT');
    const ada = await guest(server, 'Ada');
    expect((await ada.page.see()).people).toHaveLength(2);
    await server.act(token, 'lobby/policy', { policy: 'ALWAYS_DENY' });
    expect(await server.join('Alan', 'VIEWER', 'guest=true')).toBe('refused: guestDeniedAccess');
  });

  it('tells guests when the meeting ends meanwhile', async () => {
    const { server, token } = await startWithLobby();
    const ada = await guest(server, 'Ada');
    await server.act(token, 'end');
    expect((await ada.page.over()).reason).toBe('ended');
  });

  it('lets no more in than the meeting holds', async () => {
    const { server, token } = await startWithLobby('&maxParticipants=2');
    const ada = await guest(server, 'Ada');
    const alan = await guest(server, 'Alan');
    await server.act(token, 'lobby/decide-all', { letIn: true });
    expect((await ada.page.see()).people).toHaveLength(2);
    expect((await alan.page.over()).reason).toBe('full');
  });

  it('forgets guests who closed the page half a minute ago', async () => {
    const { server, grace } = await startWithLobby();
    const ada = await guest(server, 'Ada');
    await grace.see((view) => view.door?.guests.length === 1);
    ada.page.close();
    await vi.waitFor(async () => {
      server.simulator.advance(10_000);
      expect((await server.send('/')).body).not.toContain('waiting to come in');
    });
    await grace.see((view) => view.door?.guests.length === 0);
    expect((await (await openPage(server, ada.token)).wait()).position).toBe(1);
  });

  it('forgets guests who no longer want in', async () => {
    const { server, grace } = await startWithLobby();
    const ada = await guest(server, 'Ada');
    await grace.see((view) => view.door?.guests.length === 1);
    expect((await server.act(ada.token, 'leave')).status).toBe(204);
    expect((await ada.page.over()).reason).toBe('left');
    await grace.see((view) => view.door?.guests.length === 0);
  });
});
