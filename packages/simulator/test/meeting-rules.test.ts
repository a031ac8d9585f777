import { describe, expect, it } from 'vitest';
import { redirectedError, signed, start, startForTest, text } from './harness.ts';
import { openPage } from './open-page.ts';

const ada = 'meetingID=room-1&fullName=Ada';

describe('servers of the 2.7 line', () => {
  it.each([
    ['maxParticipants=1', 'role=VIEWER', 'maxParticipantsReached'],
    ['', `role=VIEWER&createTime=${start - 1}`, 'mismatchCreateTimeParam'],
    ['guestPolicy=ALWAYS_DENY', 'role=VIEWER', 'guestDeniedAccess'],
  ])('redirect even when XML is wanted: %j, %s', async (meeting, who, key) => {
    const server = await startForTest({ profile: 'bigbluebutton-2.7' });
    await server.create(meeting);
    await openPage(server, await server.join('Grace', 'MODERATOR'));
    const answer = await server.call('join', `${ada}&${who}&redirect=false`);
    expect(answer.status).toBe(302);
    expect(redirectedError(answer).key).toBe(key);
  });

  it('spell the key of a missing parent their own way', async () => {
    const server = await startForTest({ profile: 'bigbluebutton-2.7' });
    const answer = await server.create('isBreakout=true');
    expect(text(answer, 'messageKey')).toBe('parentMeetingIdMissing');
  });

  it('know nothing of a second device of the same person', async () => {
    const server = await startForTest({ profile: 'bigbluebutton-2.7' });
    await server.create();
    const first = await server.call('join', `${ada}&role=VIEWER&redirect=false`);
    await openPage(server, text(first, 'session_token') ?? '');
    const known = text(first, 'user_id') ?? '';
    const query = `${ada}&role=VIEWER&redirect=false&existingUserID=${known}`;
    expect(text(await server.call('join', query), 'user_id')).not.toBe(known);
  });
});

describe('a Scalelite balancer', () => {
  it.each(['getMeetingInfo', 'end'])('words an unknown meeting its own way: %s', async (call) => {
    const server = await startForTest({ profile: 'scalelite' });
    const answer = await server.call(call, 'meetingID=nowhere');
    expect(text(answer, 'messageKey')).toBe('notFound');
    expect(text(answer, 'message')).toBe(
      'We could not find a meeting with that meeting ID - perhaps the meeting is not yet running?',
    );
  });

  it.each(['getSessions', 'guestWait', 'learningDashboard', 'signOut', 'stuns', 'getJoinUrl'])(
    'does not have %s',
    async (call) => {
      const server = await startForTest({ profile: 'scalelite' });
      expect(text(await server.call(call), 'messageKey')).toBe('unsupportedRequest');
    },
  );
});

describe('an IntegrationAPI', () => {
  it('has its own path for calls and for the cookie of join', async () => {
    const server = await startForTest({ profile: 'integration' });
    const api = `${new URL(server.simulator.endpoint).pathname}api`;
    await server.send(`${api}/create?${signed('create', 'name=Maths&meetingID=room-1')}`);
    const answer = await server.send(`${api}/join?${signed('join', `${ada}&role=VIEWER`)}`);
    expect(answer.headers['set-cookie']?.[0]).toContain('; Path=/de/bbb-integration; HttpOnly');
  });
});

describe('userdata with a name that is no XML name', () => {
  it('makes the answer invalid, as on real servers', async () => {
    const server = await startForTest();
    await server.create();
    await openPage(server, await server.join('Ada', 'VIEWER', 'userdata-1x=a'));
    expect((await server.info()).body).toContain('<customdata>\n<1x>a</1x>\n</customdata>');
  });

  it('is dropped when that is chosen', async () => {
    const server = await startForTest({ meetings: { unfitUserdata: 'dropped' } });
    await server.create();
    await openPage(server, await server.join('Ada', 'VIEWER', 'userdata-1x=a&userdata-bbb_y=b'));
    expect((await server.info()).body).toContain('<customdata>\n<bbb_y>b</bbb_y>\n</customdata>');
  });
});

describe('malformed XML', () => {
  it.each(['create', 'insertDocument'])(
    'makes servers of the 2.7 line fail on %s',
    async (call) => {
      const server = await startForTest({ profile: 'bigbluebutton-2.7' });
      await server.create();
      const headers = { 'content-type': 'text/xml' };
      const details = { method: 'POST', headers, body: '<modules>' };
      const answer = await server.call(call, 'name=Maths&meetingID=room-1', details);
      expect(answer.status).toBe(500);
      expect(answer.headers['content-type']).toContain('text/html');
    },
  );
});

describe('joinMakesPresent', () => {
  it('lets programs be in a meeting without a browser, until they leave', async () => {
    const server = await startForTest({ meetings: { joinMakesPresent: true } });
    await server.create('allowRequestsWithoutSession=true');
    const token = await server.join('Ada', 'VIEWER');
    server.clock.advance(3_600_000);
    expect(text(await server.call('isMeetingRunning', 'meetingID=room-1'), 'running')).toBe('true');
    await server.send(`/bigbluebutton/api/signOut?sessionToken=${token}`);
    expect(text(await server.call('isMeetingRunning', 'meetingID=room-1'), 'running')).toBe(
      'false',
    );
  });

  it('does not let those in who wait in the lobby', async () => {
    const server = await startForTest({ meetings: { joinMakesPresent: true } });
    await server.create('guestPolicy=ASK_MODERATOR');
    await server.join('Ada', 'VIEWER');
    expect(text(await server.info(), 'participantCount')).toBe('0');
  });
});

describe('groups', () => {
  it('are read from JSON', async () => {
    const server = await startForTest();
    await server.create(
      `groups=${encodeURIComponent('[{"id":"1","roster":["a","b"]},{"id":2,"name":"B"}]')}`,
    );
    expect(server.simulator.state().meetings[0]?.groups).toEqual([
      { id: '1', name: '', roster: ['a', 'b'] },
      { id: '2', name: 'B', roster: [] },
    ]);
  });

  it.each(['{', '{}', '[{}]', '[{"id":"1","roster":"a"}]', '[null]'])(
    'that are malformed make the server fail: %s',
    async (groups) => {
      const server = await startForTest();
      const answer = await server.create(`groups=${encodeURIComponent(groups)}`);
      expect(answer.status).toBe(500);
      expect(answer.headers['content-type']).toContain('text/html');
      expect(server.simulator.state().meetings).toEqual([]);
    },
  );
});

describe('disabledFeatures', () => {
  it.each([
    ['disabledFeatures=chat,+polls,chat,,unknown', ['chat', 'polls', 'unknown']],
    ['disabledFeatures=chat,polls&disabledFeaturesExclude=polls', ['chat']],
    ['disabledFeatures=chat,polls&disabledFeaturesExclude=chat,+polls', ['polls']],
  ])('%s', async (query, features) => {
    const server = await startForTest();
    await server.create(query);
    expect(server.simulator.state().meetings[0]?.disabledFeatures).toEqual(features);
  });
});

describe('breakout rooms', () => {
  it('end with their parent', async () => {
    const server = await startForTest();
    await server.create();
    await server.call(
      'create',
      'name=Group&meetingID=group-1&isBreakout=true&parentMeetingID=room-1',
    );
    await server.call('end', 'meetingID=room-1');
    const answer = await server.call('getMeetingInfo', 'meetingID=group-1');
    expect(text(answer, 'hasBeenForciblyEnded')).toBe('true');
    const late = await server.call(
      'create',
      'name=Group&meetingID=group-2&isBreakout=true&parentMeetingID=room-1',
    );
    expect(text(late, 'messageKey')).toBe('parentMeetingDoesNotExist');
  });
});
