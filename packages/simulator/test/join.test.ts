import { describe, expect, it } from 'vitest';
import { openPage } from './open-page.ts';
import { elementNames, redirectedError, start, startForTest, text } from './harness.ts';

const ada = 'meetingID=room-1&fullName=Ada';

describe('join', () => {
  it('sends the browser to the client with a session token and a cookie', async () => {
    const server = await startForTest();
    await server.create();
    const answer = await server.call('join', `${ada}&role=VIEWER`);
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toMatch(
      new RegExp(`^${server.simulator.url}/html5client/\\?sessionToken=[a-z0-9]{16}$`, 'u'),
    );
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^JSESSIONID=[0-9A-F]{32};/u);
  });

  it('describes the session as XML when no redirect is wanted', async () => {
    const server = await startForTest();
    const meeting = await server.create();
    const answer = await server.call('join', `${ada}&role=VIEWER&redirect=false`);
    expect(answer.status).toBe(200);
    expect(elementNames(answer)).toEqual([
      'response',
      'returncode',
      'messageKey',
      'message',
      'meeting_id',
      'user_id',
      'auth_token',
      'session_token',
      'guestStatus',
      'url',
    ]);
    expect(text(answer, 'messageKey')).toBe('successfullyJoined');
    expect(text(answer, 'meeting_id')).toBe(text(meeting, 'internalMeetingID'));
    expect(text(answer, 'user_id')).toMatch(/^w_[a-z0-9]{12}$/u);
    expect(text(answer, 'auth_token')).toMatch(/^[a-z0-9]{12}$/u);
    expect(text(answer, 'session_token')).toMatch(/^[a-z0-9]{16}$/u);
    expect(text(answer, 'guestStatus')).toBe('ALLOW');
    expect(text(answer, 'url')).toContain(text(answer, 'session_token') ?? 'nothing');
  });

  it('asks the client to wait for a layout when one is enforced', async () => {
    const server = await startForTest();
    await server.create();
    const answer = await server.call('join', `${ada}&role=VIEWER&enforceLayout=CAMERAS_ONLY`);
    expect(answer.headers.location).toContain('?waitLayout=1&sessionToken=');
  });
});

describe('the role at join', () => {
  const required = 'Params required';
  const passwords = 'attendeePW=viewers&moderatorPW=teachers';
  it.each([
    [passwords, 'role=MODERATOR', 'MODERATOR'],
    [passwords, 'role=viewer&password=teachers', 'VIEWER'],
    [passwords, 'password=teachers', 'MODERATOR'],
    [passwords, 'password=viewers', 'VIEWER'],
    [passwords, 'role=ATTENDEE&password=viewers', 'VIEWER'],
    ['attendeePW=same&moderatorPW=same', 'password=same', 'MODERATOR'],
  ])('in a meeting with %j is, for %s, %s', async (meeting, who, role) => {
    const server = await startForTest();
    await server.create(meeting);
    const answer = await server.call('join', `${ada}&${who}&redirect=false`);
    await openPage(server, text(answer, 'session_token') ?? '');
    expect(text(await server.info(), 'role')).toBe(role);
  });

  it.each([
    [passwords, 'password=wrong', 'You must enter a valid password'],
    [
      '',
      'password=any',
      "You must send the 'role' parameter, since this meeting doesn't have any password.",
    ],
    [
      passwords,
      '',
      'You must either send the valid role of the user, or the password, should the meeting have one.',
    ],
    [
      passwords,
      'role=ATTENDEE',
      'You must either send the valid role of the user, or the password, should the meeting have one.',
    ],
  ])(
    'in a meeting with %j is refused for %j as XML, even to a browser',
    async (meeting, who, message) => {
      const server = await startForTest();
      await server.create(meeting);
      const answer = await server.call('join', `${ada}&${who}`);
      expect(answer.status).toBe(200);
      expect(text(answer, 'messageKey')).toBe(required);
      expect(text(answer, 'message')?.replaceAll('&apos;', "'")).toBe(message);
    },
  );
});

describe('a refused join', () => {
  it.each([
    ['meetingID=room-1&role=VIEWER', 'missingParamFullName', 'You must provide your name'],
    [
      'meetingID=room-1&fullName=&role=VIEWER',
      'missingParamFullName',
      'You must provide your name',
    ],
    ['fullName=Ada&role=VIEWER', 'missingParamMeetingID', 'You must provide a meeting ID'],
    [
      'meetingID=nowhere&fullName=Ada&role=VIEWER',
      'invalidMeetingIdentifier',
      'A meeting with that ID does not exist',
    ],
    [
      `${ada}&role=VIEWER&guest=maybe`,
      'validationError',
      'Guest must be a boolean value (true or false)',
    ],
    [`${ada}&role=VIEWER&createTime=then`, 'validationError', 'Value must be an integral number'],
    [`${ada}&password=x`, 'invalidPassword', 'Invalid password'],
  ])('for %s is a redirect, even without redirect', async (query, key, message) => {
    const server = await startForTest();
    await server.create();
    const answer = await server.call('join', `${query}&redirect=false`);
    expect(answer.status).toBe(302);
    expect(redirectedError(answer)).toEqual({ to: `${server.simulator.url}/`, key, message });
  });

  it.each([
    [
      'errorRedirectUrl=https%3A%2F%2Fa.example%2Ferr%3Fx%3D1&logoutURL=https%3A%2F%2Fb.example%2F',
      'https://a.example/err?x=1',
    ],
    ['logoutURL=https%3A%2F%2Fb.example%2F', 'https://b.example/'],
    ['errorRedirectUrl=javascript%3Aalert(1)', undefined],
  ])('goes where the caller wants: %s', async (where, to) => {
    const server = await startForTest();
    const answer = await server.call('join', `meetingID=nowhere&fullName=Ada&${where}`);
    expect(redirectedError(answer).to).toBe(to ?? `${server.simulator.url}/`);
  });

  it('for an old link tells that the createTime differs', async () => {
    const server = await startForTest();
    await server.create();
    const right = await server.call('join', `${ada}&role=VIEWER&createTime=${start}`);
    const wrong = await server.call('join', `${ada}&role=VIEWER&createTime=${start - 1}`);
    const xml = await server.call('join', `${ada}&role=VIEWER&createTime=1&redirect=false`);
    expect(right.headers.location).toContain('sessionToken');
    expect(redirectedError(wrong)).toMatchObject({
      key: 'mismatchCreateTimeParam',
      message: 'The createTime parameter submitted mismatches with the current meeting.',
    });
    expect(xml.status).toBe(200);
    expect(text(xml, 'messageKey')).toBe('mismatchCreateTimeParam');
  });

  it('after the end says that the meeting was ended', async () => {
    const server = await startForTest();
    await server.create();
    await server.call('end', 'meetingID=room-1');
    const answer = await server.call('join', `${ada}&role=VIEWER`);
    expect(redirectedError(answer)).toMatchObject({
      key: 'meetingForciblyEnded',
      message: 'You can not join a meeting that has already been forcibly ended',
    });
  });
});

describe('capacity', () => {
  it('counts people by their own id; bots and people who come back may pass', async () => {
    const server = await startForTest();
    await server.create('maxParticipants=2');
    await openPage(server, await server.join('Ada', 'VIEWER', 'userID=a'));
    await openPage(server, await server.join('Ada', 'VIEWER', 'userID=a'));
    await openPage(server, await server.join('Bob', 'VIEWER', 'userID=b'));
    expect(text(await server.info(), 'participantCount')).toBe('3');
    const full = await server.call('join', 'meetingID=room-1&fullName=Eve&role=VIEWER&userID=e');
    expect(redirectedError(full)).toMatchObject({
      key: 'maxParticipantsReached',
      message: 'The number of participants allowed for this meeting has been reached.',
    });
    expect(await server.join('Ada', 'VIEWER', 'userID=a')).toMatch(/^[a-z0-9]{16}$/u);
    expect(await server.join('Bot', 'VIEWER', 'bot=true')).toMatch(/^[a-z0-9]{16}$/u);
    expect(await server.join('Eve', 'VIEWER')).toBe('refused: maxParticipantsReached');
  });

  it('is checked again when the page opens', async () => {
    const server = await startForTest();
    await server.create('maxParticipants=1');
    const first = await server.join('Ada', 'VIEWER', 'userID=a');
    const second = await server.join('Bob', 'VIEWER', 'userID=b');
    await openPage(server, first);
    const page = await openPage(server, second);
    expect((await page.over()).reason).toBe('full');
  });
});

describe('guestPolicy', () => {
  it.each([
    ['ALWAYS_ACCEPT', 'VIEWER', 'guest=true', 'ALLOW'],
    ['ALWAYS_DENY', 'MODERATOR', '', 'ALLOW'],
    ['ASK_MODERATOR', 'MODERATOR', 'guest=true', 'ALLOW'],
    ['ASK_MODERATOR', 'VIEWER', '', 'WAIT'],
    ['ASK_MODERATOR', 'VIEWER', 'guest=true&auth=true', 'WAIT'],
    ['ASK_MODERATOR', 'VIEWER', 'guest=false', 'ALLOW'],
    ['ALWAYS_ACCEPT_AUTH', 'VIEWER', 'guest=true', 'WAIT'],
    ['ALWAYS_ACCEPT_AUTH', 'VIEWER', '', 'ALLOW'],
    ['ALWAYS_DENY', 'VIEWER', 'guest=false', 'ALLOW'],
    ['OTHER', 'VIEWER', 'guest=false', 'ALLOW'],
  ])('%s lets a %s with %j %s', async (policy, role, more, status) => {
    const server = await startForTest();
    await server.create(`guestPolicy=${policy}`);
    const query = `${ada}&role=${role}&redirect=false${more === '' ? '' : `&${more}`}`;
    expect(text(await server.call('join', query), 'guestStatus')).toBe(status);
  });

  it.each([
    ['ALWAYS_ACCEPT', 'guest=true', 'ALLOW'],
    ['ASK_MODERATOR', 'guest=true', 'WAIT'],
    ['ASK_MODERATOR', '', 'ALLOW'],
    ['ALWAYS_ACCEPT_AUTH', 'guest=true', 'WAIT'],
    ['ALWAYS_DENY', '', 'ALLOW'],
    ['OTHER', '', 'ALLOW'],
  ])(
    '%s concerns only guests on a server without authenticated guests: %j is %s',
    async (policy, more, status) => {
      const server = await startForTest({ meetings: { authenticatedGuest: false } });
      await server.create(`guestPolicy=${policy}`);
      const query = `${ada}&role=VIEWER&redirect=false${more === '' ? '' : `&${more}`}`;
      expect(text(await server.call('join', query), 'guestStatus')).toBe(status);
    },
  );

  it('that nobody knows turns viewers away', async () => {
    const server = await startForTest();
    await server.create('guestPolicy=OTHER');
    expect(await server.join('Ada', 'VIEWER')).toBe('refused: guestDeniedAccess');
  });

  it('ALWAYS_DENY turns viewers away', async () => {
    const server = await startForTest();
    await server.create('guestPolicy=ALWAYS_DENY');
    const answer = await server.call('join', `${ada}&role=VIEWER`);
    expect(redirectedError(answer).key).toBe('guestDeniedAccess');
  });
});
