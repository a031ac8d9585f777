import { describe, expect, it } from 'vitest';
import { elementNames, start, startForTest, text } from './harness.ts';
import { openPage } from './open-page.ts';
import { joinAsBrowser, responseIn, sessionCall } from './session-cookie.ts';

const ada = 'fullName=Ada+L.&role=VIEWER&userID=a';
const grace = 'fullName=Grace&role=MODERATOR&userID=g';

describe('a call with a session token', () => {
  it.each([
    ['', 'missingToken', 'You must provide a session token'],
    ['?sessionToken=', 'missingToken', 'You must provide a session token'],
    ['?sessionToken=unknown', 'missingSession', 'Invalid session token'],
  ])('with %j fails with %s', async (query, messageKey, message) => {
    const server = await startForTest();
    const answer = await server.send(`/bigbluebutton/api/guestWait${query}`);
    expect(answer.headers['content-type']).toBe('application/json;charset=utf-8');
    const url = `${server.simulator.url}/`;
    expect(responseIn(answer)).toEqual({ returncode: 'FAILED', messageKey, message, url });
    const servers = await server.send(`/bigbluebutton/api/stuns${query}`);
    expect(JSON.parse(servers.body)).toEqual({
      returncode: 'FAILED',
      message: 'Could not find conference.',
      logoutURL: url,
    });
    const xml = await server.send(`/bigbluebutton/api/signOut${query}`);
    expect(elementNames(xml)).toEqual(['response', 'returncode']);
    expect(text(xml, 'returncode')).toBe('SUCCESS');
  });

  it('needs the cookie of join', async () => {
    const server = await startForTest();
    await server.create();
    const browser = await joinAsBrowser(server, ada);
    const servers = await sessionCall(server, 'stuns', browser);
    expect(JSON.parse(servers.body)).toEqual({
      stunServers: [],
      turnServers: [],
      remoteIceCandidates: [],
    });
    for (const cookie of ['', 'JSESSIONID=0', `other=1; x${browser.headers.cookie}`]) {
      const answer = await sessionCall(server, 'guestWait', { ...browser, headers: { cookie } });
      expect(responseIn(answer)['messageKey']).toBe('missingSession');
    }
  });

  it('does without the cookie when the meeting allows it', async () => {
    const server = await startForTest();
    await server.create('allowRequestsWithoutSession=true');
    const { token } = await joinAsBrowser(server, ada);
    const answer = await server.send(`/bigbluebutton/api/stuns?sessionToken=${token}`);
    expect(answer.body).toContain('stunServers');
  });

  it('is refused with two checksums', async () => {
    const server = await startForTest();
    await server.create();
    const browser = await joinAsBrowser(server, ada);
    const answer = await sessionCall(server, 'guestWait', browser, '&checksum=a&checksum=b');
    expect(responseIn(answer)['messageKey']).toBe('checksumError');
  });
});

describe('the cookie of join', () => {
  it('is for the API only and stays the same for a browser that has it', async () => {
    const server = await startForTest();
    await server.create();
    const query = `meetingID=room-1&${ada}`;
    const first = await server.call('join', query);
    expect(first.headers['set-cookie']?.[0]).toMatch(
      /^JSESSIONID=[0-9A-F]{32}; Path=\/bigbluebutton; HttpOnly$/u,
    );
    const cookie = first.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
    const second = await server.call('join', query, { headers: { cookie } });
    expect(second.headers['set-cookie']).toBeUndefined();
    const browser = await joinAsBrowser(server, ada, cookie);
    expect((await sessionCall(server, 'stuns', browser)).body).toContain('stunServers');
  });
});

describe('signOut', () => {
  it('takes the person out and closes the session', async () => {
    const server = await startForTest();
    await server.create();
    const browser = await joinAsBrowser(server, ada);
    await openPage(server, browser.token);
    const answer = await sessionCall(server, 'signOut', browser);
    expect(answer.body).toBe('<response>\n<returncode>SUCCESS</returncode>\n</response>');
    expect(text(await server.info(), 'participantCount')).toBe('0');
    const gone = responseIn(await sessionCall(server, 'guestWait', browser));
    expect(gone['messageKey']).toBe('missingSession');
    const again = await sessionCall(server, 'signOut', browser);
    expect(text(again, 'returncode')).toBe('SUCCESS');
  });
});

describe('enter', () => {
  it('describes the session on servers of the 2.7 line', async () => {
    const server = await startForTest({ profile: 'bigbluebutton-2.7' });
    await server.create('voiceBridge=71234&meta_a=1&moderatorOnlyMessage=secret');
    const browser = await joinAsBrowser(server, `${ada}&userdata-bbb_x=y`);
    expect(responseIn(await sessionCall(server, 'enter', browser))).toMatchObject({
      returncode: 'SUCCESS',
      fullname: 'Ada L.',
      confname: 'Maths',
      externMeetingID: 'room-1',
      externUserID: 'a',
      internalUserID: browser.userID,
      role: 'VIEWER',
      guest: false,
      guestStatus: 'ALLOW',
      voicebridge: '71234',
      customdata: [{ bbb_x: 'y' }],
      metadata: [{ a: '1' }],
    });
    const moderator = await joinAsBrowser(server, grace);
    expect(responseIn(await sessionCall(server, 'enter', browser))['modOnlyMessage']).toBe(
      undefined,
    );
    expect(responseIn(await sessionCall(server, 'enter', moderator))['modOnlyMessage']).toBe(
      'secret',
    );
  });

  it('is refused to the person who is one too many', async () => {
    const server = await startForTest({ profile: 'bigbluebutton-2.7' });
    await server.create('maxParticipants=1');
    const late = await joinAsBrowser(server, ada);
    await openPage(server, await server.join('Grace', 'MODERATOR', 'userID=g'));
    const answer = responseIn(await sessionCall(server, 'enter', late));
    expect(answer['messageKey']).toBe('maxParticipantsReached');
  });

  it('is gone from 3.0', async () => {
    const server = await startForTest();
    await server.create();
    const browser = await joinAsBrowser(server, ada);
    expect((await sessionCall(server, 'enter', browser)).status).toBe(404);
  });
});

describe('learningDashboard', () => {
  it('tells moderators what people did, as JSON in a string', async () => {
    const server = await startForTest();
    await server.create();
    const moderator = await joinAsBrowser(server, grace);
    const viewer = await joinAsBrowser(server, ada);
    await openPage(server, moderator.token);
    await openPage(server, viewer.token);
    await server.act(viewer.token, 'chat', { text: 'Hello' });
    server.clock.advance(60_000);
    await server.act(viewer.token, 'hand', { raised: true });
    await server.act(viewer.token, 'leave');
    const answer = responseIn(await sessionCall(server, 'learningDashboard', moderator));
    expect(answer['returncode']).toBe('SUCCESS');
    expect(answer['sessionToken']).toBe(moderator.token);
    expect(JSON.parse(String(answer['data']))).toMatchObject({
      extId: 'room-1',
      name: 'Maths',
      createdOn: start,
      endedOn: 0,
      users: {
        g: { name: 'Grace', isModerator: true, totalOfMessages: 0 },
        a: {
          name: 'Ada L.',
          isModerator: false,
          totalOfMessages: 1,
          emojis: [{ name: 'raiseHand', sentOn: start + 60_000 }],
          intIds: {
            [viewer.userID]: { registeredOn: start, leftOn: start + 60_000, userLeftFlag: true },
          },
        },
      },
    });
  });

  it.each([
    ['', ada, 'Access denied'],
    [
      'disabledFeatures=chat,+learningDashboard',
      grace,
      'Learning Dashboard disabled for this meeting',
    ],
    ['', grace, 'Meeting not found'],
  ])('of a meeting with %j is refused to %s: %s', async (more, who, message) => {
    const server = await startForTest();
    await server.create(more);
    const browser = await joinAsBrowser(server, who);
    const answer = responseIn(await sessionCall(server, 'learningDashboard', browser));
    expect(answer).toEqual({ returncode: 'FAILED', message, sessionToken: browser.token });
  });

  it('knows neither wrong sessions nor meetings that are gone', async () => {
    const server = await startForTest();
    await server.create();
    const browser = await joinAsBrowser(server, grace);
    const stranger = { ...browser, token: 'unknown' };
    const wrong = responseIn(await sessionCall(server, 'learningDashboard', stranger));
    expect(wrong['message']).toBe('Invalid Session');
    await server.call('end', 'meetingID=room-1');
    server.clock.advance(6_000);
    const gone = responseIn(await sessionCall(server, 'learningDashboard', browser));
    expect(gone['message']).toBe('Meeting not found');
  });
});

describe('feedback', () => {
  it('takes the JSON of the client for a session', async () => {
    const server = await startForTest();
    await server.create();
    const { token, headers } = await joinAsBrowser(server, ada);
    const details = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{"rating":5}',
    };
    const path = '/bigbluebutton/api/feedback?sessionToken=';
    expect(responseIn(await server.send(path + token, details))).toEqual({ returncode: 'SUCCESS' });
    const wrong = responseIn(await server.send(`${path}no`, details));
    expect(wrong['messageKey']).toBe('missingSession');
    expect((await server.send(path + token)).status).toBe(405);
  });
});

describe('getSessions', () => {
  it('lists who joined what, by internal id', async () => {
    const server = await startForTest();
    const meeting = await server.create();
    await server.join('Ada', 'VIEWER');
    const answer = await server.call('getSessions');
    expect(elementNames(answer)).toEqual([
      'response',
      'returncode',
      'sessions',
      'meeting',
      'meetingID',
      'meetingName',
      'userName',
    ]);
    expect(text(answer, 'meetingID')).toBe(text(meeting, 'internalMeetingID'));
    expect(text(answer, 'userName')).toBe('Ada');
  });

  it('keeps the typing error of the server when there are none', async () => {
    const server = await startForTest();
    const answer = await server.call('getSessions');
    expect(text(answer, 'messageKey')).toBe('noSessions');
    expect(text(answer, 'message')).toBe('no sessions were found on this serverr');
  });
});
