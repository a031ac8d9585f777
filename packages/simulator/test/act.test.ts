import { describe, expect, it } from 'vitest';
import { startForTest, text, texts } from './harness.ts';
import { openPage } from './open-page.ts';

const meetingID = 'room-1';
const ada = { fullName: 'Ada', userID: 'u1', role: 'MODERATOR' } as const;

describe('people without a browser', () => {
  it('come and go', async () => {
    const server = await startForTest();
    await server.create();
    server.simulator.act({ kind: 'join', meetingID, attendee: ada });
    expect(texts(await server.info(), 'fullName')).toEqual(['Ada']);
    server.simulator.act({ kind: 'leave', meetingID, userID: 'u1' });
    expect(text(await server.info(), 'participantCount')).toBe('0');
    expect(text(await server.info(), 'hasUserJoined')).toBe('true');
  });

  it('record and end the meeting', async () => {
    const server = await startForTest();
    await server.create('record=true');
    server.simulator.act({ kind: 'join', meetingID, attendee: ada });
    server.simulator.act({ kind: 'record', meetingID });
    expect(text(await server.info(), 'recording')).toBe('true');
    server.simulator.advance(1_000);
    server.simulator.act({ kind: 'record', meetingID, on: false });
    server.simulator.act({ kind: 'end', meetingID });
    const recordings = await server.call('getRecordings', 'state=processing');
    expect(text(recordings, 'meetingID')).toBe(meetingID);
  });

  it('raise their hands and talk', async () => {
    const server = await startForTest();
    await server.create();
    server.simulator.act({ kind: 'join', meetingID, attendee: ada });
    const page = await openPage(server, await server.join('Bob', 'VIEWER'));
    server.simulator.act({ kind: 'raise-hand', meetingID, userID: 'u1' });
    server.simulator.act({ kind: 'say', meetingID, userID: 'u1', text: 'Hello' });
    const view = await page.see(({ chat }) => chat.length > 0);
    expect(view.chat).toMatchObject([{ from: 'Ada', text: 'Hello' }]);
    expect(view.people.find(({ name }) => name === 'Ada')?.handRaised).toBe(true);
  });

  it('let others in from the lobby', async () => {
    const server = await startForTest();
    await server.create('guestPolicy=ASK_MODERATOR');
    await server.join('Bob', 'VIEWER', 'guest=true&userID=u2');
    expect(server.simulator.state().meetings[0]?.waiting).toHaveLength(1);
    server.simulator.act({ kind: 'admit', meetingID, userID: 'u2' });
    expect(server.simulator.state().meetings[0]?.waiting).toHaveLength(0);
  });
});

describe('what people cannot do', () => {
  it.each([
    ['{"kind":"end","meetingID":"other"}', 'no_such_meeting'],
    ['{"kind":"leave","meetingID":"room-1","userID":"u9"}', 'no_such_person'],
    ['{"kind":"admit","meetingID":"room-1","userID":"u1"}', 'no_such_person'],
    ['{"kind":"record","meetingID":"room-1"}', 'not_possible'],
    ['{"kind":"join","meetingID":"room-1","attendee":{"fullName":"Bob"}}', 'not_possible'],
  ])('is refused with a code: %s', async (body, code) => {
    const server = await startForTest();
    await server.create('maxParticipants=1');
    server.simulator.act({ kind: 'join', meetingID, attendee: ada });
    const answer = await server.control('act', body);
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code } });
  });

  it.each([
    ['{"kind":"sing","meetingID":"room-1"}', 'kind'],
    ['{"kind":"say","meetingID":"room-1","userID":"u1"}', 'text'],
  ])('is not even understood: %s', async (body, path) => {
    const server = await startForTest();
    const answer = await server.control('act', body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'invalid_body', path } });
  });
});
