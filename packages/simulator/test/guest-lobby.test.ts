import { describe, expect, it } from 'vitest';
import { startForTest, type TestServer, text } from './harness.ts';
import { openPage } from './open-page.ts';
import { joinAsBrowser, responseIn, sessionCall } from './session-cookie.ts';

const ada = 'fullName=Ada&role=VIEWER';

async function withModerator(policy: string): Promise<{ server: TestServer; moderator: string }> {
  const server = await startForTest();
  await server.create(`guestPolicy=${policy}`);
  const moderator = await server.join('Grace', 'MODERATOR');
  await openPage(server, moderator);
  return { server, moderator };
}

async function act(server: TestServer, token: string, action: string, details: object) {
  const answer = await server.act(token, `lobby/${action}`, details);
  expect(answer.status).toBe(204);
}

describe('the guest lobby', () => {
  it('keeps a guest out of the meeting until a moderator lets them in', async () => {
    const { server, moderator } = await withModerator('ASK_MODERATOR');
    const guest = await joinAsBrowser(server, ada);
    expect(text(await server.info(), 'participantCount')).toBe('1');
    expect(server.simulator.state().meetings[0]?.waiting).toEqual([
      { userID: guest.userID, fullName: 'Ada' },
    ]);
    await act(server, moderator, 'message', { text: 'One moment' });
    const waiting = responseIn(await sessionCall(server, 'guestWait', guest));
    expect(waiting).toEqual({
      returncode: 'SUCCESS',
      messageKey: 'guestWait',
      message: 'Please wait for a moderator to approve you joining the meeting.',
      meeting_id: text(await server.info(), 'internalMeetingID'),
      user_id: guest.userID,
      auth_token: expect.stringMatching(/^[a-z0-9]{12}$/u) as string,
      session_token: guest.token,
      guestStatus: 'WAIT',
      lobbyMessage: 'One moment',
      url: `${server.simulator.url}/html5client/guestWait?sessionToken=${guest.token}`,
      positionInWaitingQueue: '1',
    });

    await act(server, moderator, 'decide', { id: guest.userID, letIn: true });
    const url = `${server.simulator.url}/html5client/?sessionToken=${guest.token}`;
    expect((await sessionCall(server, 'guestWait', guest)).headers.location).toBe(url);
    const allowed = await sessionCall(server, 'guestWait', guest, '&redirect=false');
    expect(responseIn(allowed)).toMatchObject({
      messageKey: 'defaultKey',
      guestStatus: 'ALLOW',
      url,
      positionInWaitingQueue: '',
    });
    await openPage(server, guest.token);
    expect(text(await server.info(), 'participantCount')).toBe('2');
  });

  it('tells a guest who was turned away, and refuses their other calls', async () => {
    const { server, moderator } = await withModerator('ASK_MODERATOR');
    const guest = await joinAsBrowser(server, `${ada}&logoutURL=https%3A%2F%2Fa.example%2F`);
    await act(server, moderator, 'decide-all', { letIn: false });
    expect(responseIn(await sessionCall(server, 'guestWait', guest))).toMatchObject({
      messageKey: 'guestDeny',
      guestStatus: 'DENY',
      url: 'https://a.example/',
    });
    const servers = await sessionCall(server, 'stuns', guest);
    expect(JSON.parse(servers.body)).toMatchObject({
      returncode: 'FAILED',
      message: 'Could not find conference.',
    });
  });

  it('counts the places in line', async () => {
    const { server, moderator } = await withModerator('ASK_MODERATOR');
    const first = await joinAsBrowser(server, ada);
    const second = await joinAsBrowser(server, 'fullName=Joan&role=VIEWER');
    const place = async () =>
      responseIn(await sessionCall(server, 'guestWait', second))['positionInWaitingQueue'];
    expect(await place()).toBe('2');
    await act(server, moderator, 'decide', { id: first.userID, letIn: false });
    expect(await place()).toBe('1');
  });

  it('tells an approved guest to wait for a seat while the meeting is full', async () => {
    const server = await startForTest();
    await server.create('guestPolicy=ASK_MODERATOR&maxParticipants=2');
    const moderator = await server.join('Grace', 'MODERATOR', 'userID=g');
    await openPage(server, moderator);
    const guest = await joinAsBrowser(server, `${ada}&userID=a`);
    await openPage(server, await server.join('Joan', 'MODERATOR', 'userID=j'));
    await act(server, moderator, 'decide', { id: guest.userID, letIn: true });
    const answer = responseIn(await sessionCall(server, 'guestWait', guest));
    expect(answer).toMatchObject({ messageKey: 'seatWait', guestStatus: 'WAIT' });
  });

  it('follows the policy a moderator sets while the meeting runs', async () => {
    const { server, moderator } = await withModerator('ALWAYS_ACCEPT');
    await act(server, moderator, 'policy', { policy: 'ALWAYS_DENY' });
    expect(await server.join('Ada', 'VIEWER')).toBe('refused: guestDeniedAccess');
    await act(server, moderator, 'policy', { policy: 'ASK_MODERATOR' });
    const answer = await server.call('join', `meetingID=room-1&${ada}&redirect=false`);
    expect(text(answer, 'guestStatus')).toBe('WAIT');
    expect(text(answer, 'messageKey')).toBe('successfullyJoined');
    expect(text(answer, 'url')).toContain('/html5client/?sessionToken=');
  });

  it('is a page of its own on servers of the 2.7 line', async () => {
    const server = await startForTest({ profile: 'bigbluebutton-2.7' });
    await server.create('guestPolicy=ASK_MODERATOR');
    const xml = await server.call('join', `meetingID=room-1&${ada}&redirect=false`);
    expect(text(xml, 'messageKey')).toBe('guestWait');
    expect(text(xml, 'url')).toContain('/html5client/guestWait?sessionToken=');
    const browser = await server.call('join', `meetingID=room-1&${ada}`);
    expect(browser.headers.location).toContain('/html5client/guestWait?sessionToken=');
  });

  it('knows nobody any more when the meeting has ended', async () => {
    const { server } = await withModerator('ASK_MODERATOR');
    const guest = await joinAsBrowser(server, ada);
    await server.call('end', 'meetingID=room-1');
    const answer = responseIn(await sessionCall(server, 'guestWait', guest));
    expect(answer).toMatchObject({ returncode: 'FAILED', messageKey: 'guestInvalid' });
  });
});
