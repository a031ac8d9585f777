import { describe, expect, it, vi } from 'vitest';
import { startForTest, type TestServer, text } from './harness.ts';
import { openPage } from './open-page.ts';

describe('what an open page is told', () => {
  it('is only what changed, in the order people came', async () => {
    const server = await startForTest();
    await server.create();
    const grace = await openPage(server, await server.join('Grace', 'MODERATOR'));
    await grace.see();
    const tokens = [];
    for (const name of ['Ada', 'Alan', 'Mary']) {
      const token = await server.join(name, 'VIEWER');
      await openPage(server, token);
      tokens.push(token);
    }
    await server.act(tokens[1] ?? '', 'hand', { raised: true });
    await server.act(tokens[0] ?? '', 'leave');
    const view = await grace.see(
      ({ people }) => people.length === 3 && people.some(({ handRaised }) => handRaised),
    );
    expect(view.people.map(({ name, handRaised }) => [name, handRaised])).toEqual([
      ['Grace', false],
      ['Alan', true],
      ['Mary', false],
    ]);
  });

  it('is nothing of other meetings, nor of calls that change nothing', async () => {
    const server = await startForTest();
    await server.create();
    const token = await server.join('Grace', 'MODERATOR');
    const grace = await openPage(server, token);
    await grace.see();
    await server.call('create', 'name=Art&meetingID=room-2');
    const other = await server.call('join', 'meetingID=room-2&fullName=Bob&role=MODERATOR');
    const url = new URL(other.headers.location ?? '');
    const bob = url.searchParams.get('sessionToken') ?? '';
    await openPage(server, bob);
    await server.act(bob, 'chat', { text: 'Elsewhere' });
    await server.call('getMeetings');
    await server.act(token, 'chat', { text: 'Here' });
    const view = await grace.see(({ chat }) => chat.length > 0);
    expect(view.chat).toMatchObject([{ from: 'Grace', text: 'Here' }]);
    // One message when the page opened, one for the words said here.
    expect(grace.received).toBe(2);
  });

  it('includes messages of the server', async () => {
    const server = await startForTest();
    await server.create();
    const grace = await openPage(server, await server.join('Grace', 'MODERATOR'));
    await server.call('sendChatMessage', 'meetingID=room-1&message=Ten+minutes&userName=Bell');
    const { chat } = await grace.see((view) => view.chat.length > 0);
    expect(chat).toMatchObject([{ from: 'Bell', text: 'Ten minutes' }]);
    expect(chat[0]?.by).toBeUndefined();
  });

  it('includes the banner in colours that can be read, and when the time is up', async () => {
    const server = await startForTest();
    await server.create('bannerText=Exam+week&bannerColor=%23FFCC00&duration=30');
    const view = await (await openPage(server, await server.join('Ada', 'VIEWER'))).see();
    expect(view.banner).toEqual({
      text: 'Exam week',
      colours: { background: '#ffcc00', text: '#000000' },
    });
    expect((view.endsAt ?? 0) - view.startedAt).toBe(30 * 60_000);
  });
});

describe('why it is over', () => {
  async function openOnePage(query = ''): Promise<{
    server: TestServer;
    token: string;
    ada: Awaited<ReturnType<typeof openPage>>;
  }> {
    const server = await startForTest();
    await server.create(query);
    const token = await server.join('Ada', 'VIEWER');
    const ada = await openPage(server, token);
    await ada.see();
    return { server, token, ada };
  }

  it('is that the time is up', async () => {
    const { server, ada } = await openOnePage('duration=10');
    server.simulator.advance(10 * 60_000);
    expect((await ada.over()).reason).toBe('time_is_up');
  });

  it('is that the last moderator left', async () => {
    const { server, ada } = await openOnePage('endWhenNoModerator=true');
    const grace = await server.join('Grace', 'MODERATOR');
    await openPage(server, grace);
    await server.act(grace, 'leave');
    server.simulator.advance(60_000);
    expect((await ada.over()).reason).toBe('no_moderator');
  });

  it('is that a moderator removed the person, whose page then stays shut', async () => {
    const { server, token, ada } = await openOnePage();
    const grace = await server.join('Grace', 'MODERATOR');
    const page = await openPage(server, grace);
    const view = await page.see(({ people }) => people.length === 2);
    const [first, second] = view.people.map(({ id }) => id);
    expect((await server.act(grace, 'remove', { id: second })).status).toBe(400);
    expect((await server.act(grace, 'remove', { id: first })).status).toBe(204);
    expect((await ada.over()).reason).toBe('removed');
    expect((await server.act(token, 'live')).status).toBe(401);
    await page.see(({ people }) => people.length === 1);
    expect((await server.act(grace, 'remove', { id: first })).status).toBe(404);
  });

  it('is that the person continues on another device, and is there once', async () => {
    const { server, token, ada } = await openOnePage('allowRequestsWithoutSession=true');
    const query = `sessionToken=${token}&replaceSession=true`;
    const answer = await server.send(`/bigbluebutton/api/getJoinUrl?${query}`);
    const { response } = JSON.parse(answer.body) as { response: { url: string } };
    const joined = await server.send(response.url.slice(server.simulator.url.length));
    const url = new URL(joined.headers.location ?? '');
    const other = await openPage(server, url.searchParams.get('sessionToken') ?? '');
    expect((await ada.over()).reason).toBe('replaced');
    expect((await other.see()).people.map(({ name }) => name)).toEqual(['Ada']);
    other.close();
    await vi.waitFor(async () => {
      server.clock.advance(5_000);
      expect(text(await server.info(), 'participantCount')).toBe('0');
    });
  });

  it('is that everything was forgotten', async () => {
    const { server, ada } = await openOnePage('loginURL=https%3A%2F%2Fschool.example%2Froom');
    server.simulator.reset();
    expect(await ada.over()).toMatchObject({
      reason: 'ended',
      loginURL: 'https://school.example/room',
    });
  });
});
