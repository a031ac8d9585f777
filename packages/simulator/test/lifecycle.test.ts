import { describe, expect, it } from 'vitest';
import { start, startForTest, type TestServer, text } from './harness.ts';
import { openPage } from './open-page.ts';

const minute = 60_000;

async function isKnown(server: TestServer): Promise<boolean> {
  return text(await server.info(), 'returncode') === 'SUCCESS';
}

describe('end', () => {
  it('asks for the end and says to wait', async () => {
    const server = await startForTest();
    await server.create();
    const answer = await server.call('end', 'meetingID=room-1');
    expect(text(answer, 'returncode')).toBe('SUCCESS');
    expect(text(answer, 'messageKey')).toBe('sentEndMeetingRequest');
    expect(text(answer, 'message')).toBe(
      'A request to end the meeting was sent.  Please wait a few seconds, and then use the getMeetingInfo or isMeetingRunning API calls to verify that it was ended.',
    );
  });

  it('leaves the meeting visible for some seconds, then it is gone', async () => {
    const server = await startForTest();
    await server.create();
    await openPage(server, await server.join('Ada', 'VIEWER'));
    server.clock.advance(minute);
    await server.call('end', 'meetingID=room-1');
    const ending = await server.info();
    expect(text(ending, 'hasBeenForciblyEnded')).toBe('true');
    expect(text(ending, 'running')).toBe('true');
    expect(text(ending, 'endTime')).toBe(String(start + minute));
    server.clock.advance(1_000);
    expect(text(await server.info(), 'running')).toBe('false');
    server.clock.advance(4_000);
    expect(text(await server.info(), 'messageKey')).toBe('notFound');
    expect(text(await server.call('getMeetings'), 'messageKey')).toBe('noMeetings');
  });

  it('lets the same room be opened anew at once, as another meeting', async () => {
    const server = await startForTest();
    const first = await server.create();
    await server.call('end', 'meetingID=room-1');
    const second = await server.create('duration=5');
    expect(text(second, 'messageKey')).toBe('');
    expect(text(second, 'internalMeetingID')).not.toBe(text(first, 'internalMeetingID'));
    expect(text(await server.info(), 'duration')).toBe('5');
  });

  it.each([
    ['attendeePW=ap&moderatorPW=mp', '', 'sentEndMeetingRequest'],
    ['attendeePW=ap&moderatorPW=mp', '&password=mp', 'sentEndMeetingRequest'],
    ['attendeePW=ap&moderatorPW=mp', '&password=', 'sentEndMeetingRequest'],
    ['attendeePW=ap&moderatorPW=mp', '&password=ap', 'invalidPassword'],
    ['', '&password=any', 'invalidPassword'],
  ])('in a meeting with %j and %j answers %s', async (meeting, password, key) => {
    const server = await startForTest();
    await server.create(meeting);
    const answer = await server.call('end', `meetingID=room-1${password}`);
    expect(text(answer, 'messageKey')).toBe(key);
    if (key === 'invalidPassword') {
      expect(text(answer, 'message')).toBe('Provided moderator password is incorrect');
    }
  });

  it('does not know meetings that do not exist', async () => {
    const server = await startForTest();
    const answer = await server.call('end', 'meetingID=nowhere');
    expect(text(answer, 'messageKey')).toBe('notFound');
  });
});

describe('a meeting ends by itself', () => {
  it.each([
    ['', 5],
    ['meetingExpireIfNoUserJoinedInMinutes=2', 2],
  ])('when nobody opens it, with %j after %d minutes', async (query, minutes) => {
    const server = await startForTest();
    await server.create(query);
    await server.join('Ada', 'VIEWER');
    server.clock.advance(minutes * minute - 1);
    expect(await isKnown(server)).toBe(true);
    server.clock.advance(1);
    expect(await isKnown(server)).toBe(false);
  });

  it.each([
    ['', 1],
    ['meetingExpireWhenLastUserLeftInMinutes=3', 3],
  ])('when the last person has left, with %j after %d minutes', async (query, minutes) => {
    const server = await startForTest();
    await server.create(query);
    const token = await server.join('Ada', 'VIEWER');
    await openPage(server, token);
    server.clock.advance(30 * minute);
    expect(await isKnown(server)).toBe(true);
    await server.act(token, 'leave');
    server.clock.advance(minutes * minute - 1);
    const empty = await server.info();
    expect(text(empty, 'running')).toBe('false');
    expect(text(empty, 'hasUserJoined')).toBe('true');
    server.clock.advance(1);
    expect(await isKnown(server)).toBe(false);
  });

  it('never after the last person has left, when told 0 minutes', async () => {
    const server = await startForTest();
    await server.create('meetingExpireWhenLastUserLeftInMinutes=0');
    const token = await server.join('Ada', 'VIEWER');
    await openPage(server, token);
    await server.act(token, 'leave');
    server.clock.advance(10_000 * minute);
    expect(await isKnown(server)).toBe(true);
  });

  it('when its duration is over, with people in it', async () => {
    const server = await startForTest();
    await server.create('duration=45');
    const page = await openPage(server, await server.join('Ada', 'VIEWER'));
    server.simulator.advance(45 * minute - 1);
    expect(text(await server.info(), 'hasBeenForciblyEnded')).toBe('false');
    server.simulator.advance(1);
    expect(text(await server.info(), 'hasBeenForciblyEnded')).toBe('true');
    expect((await page.over()).reason).toBe('time_is_up');
    server.simulator.advance(5_000);
    expect(await isKnown(server)).toBe(false);
  });

  it('when its moderators have gone, if that was wanted', async () => {
    const server = await startForTest();
    await server.create('endWhenNoModerator=true&endWhenNoModeratorDelayInMinutes=2');
    await openPage(server, await server.join('Ada', 'VIEWER'));
    server.clock.advance(4 * minute);
    expect(await isKnown(server)).toBe(true);
    const teacher = await server.join('Grace', 'MODERATOR');
    await openPage(server, teacher);
    await server.act(teacher, 'leave');
    server.clock.advance(2 * minute - 1);
    expect(text(await server.info(), 'hasBeenForciblyEnded')).toBe('false');
    server.clock.advance(1);
    expect(text(await server.info(), 'hasBeenForciblyEnded')).toBe('true');
  });
});
