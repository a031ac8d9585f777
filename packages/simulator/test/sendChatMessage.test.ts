import { describe, expect, it } from 'vitest';
import { startForTest, text } from './harness.ts';
import { openPage } from './open-page.ts';

const room = 'meetingID=room-1';

describe('sendChatMessage', () => {
  it('writes to the public chat, as System unless a name is given', async () => {
    const server = await startForTest();
    await server.create();
    const page = await openPage(server, await server.join('Ada', 'VIEWER'));
    const answer = await server.call('sendChatMessage', `${room}&message=Hello+%3Cb%3Eall%3C/b%3E`);
    expect(answer.body).toBe(
      '<response>\n<returncode>SUCCESS</returncode>\n<messageKey></messageKey>\n<message></message>\n</response>',
    );
    await server.call('sendChatMessage', `${room}&message=Ten+minutes+left&userName=Host`);
    const { chat } = await page.see((view) => view.chat.length === 2);
    expect(chat.map(({ from, text: words }) => [from, words])).toEqual([
      ['System', 'Hello <b>all</b>'],
      ['Host', 'Ten minutes left'],
    ]);
  });

  it.each([
    [`${room}&message=`, 'validationError', 'You must provide the param message'],
    [room, 'validationError', 'You must provide the param message'],
    [
      `${room}&message=${'x'.repeat(501)}`,
      'validationError',
      'Param message must be between 1 and 500 characters',
    ],
    [
      `${room}&message=x&userName=${'x'.repeat(256)}`,
      'validationError',
      'Param userName must be between 1 and 255 characters',
    ],
    ['message=x', 'missingParamMeetingID', 'You must provide a meeting ID'],
    ['message=x&meetingID=nowhere', 'meetingNotFound', 'Meeting not found'],
  ])('refuses %s', async (query, key, message) => {
    const server = await startForTest();
    await server.create();
    await openPage(server, await server.join('Ada', 'VIEWER'));
    const answer = await server.call('sendChatMessage', query);
    expect(text(answer, 'returncode')).toBe('FAILED');
    expect(text(answer, 'messageKey')).toBe(key);
    expect(text(answer, 'message')).toBe(message);
  });

  it('takes the longest message and name', async () => {
    const server = await startForTest();
    await server.create();
    await openPage(server, await server.join('Ada', 'VIEWER'));
    const query = `${room}&message=${'x'.repeat(500)}&userName=${'y'.repeat(255)}`;
    expect(text(await server.call('sendChatMessage', query), 'returncode')).toBe('SUCCESS');
  });

  it('does not find a meeting that nobody is in', async () => {
    const server = await startForTest();
    await server.create();
    const answer = await server.call('sendChatMessage', `${room}&message=x`);
    expect(text(answer, 'messageKey')).toBe('meetingNotFound');
  });

  it('exists only on newer servers, and only by GET', async () => {
    const older = await startForTest({ profile: 'bigbluebutton-2.7' });
    expect((await older.call('sendChatMessage', `${room}&message=x`)).status).toBe(404);
    const newer = await startForTest();
    const answer = await newer.call('sendChatMessage', `${room}&message=x`, { method: 'POST' });
    expect(answer.status).toBe(405);
  });
});
