import { describe, expect, it } from 'vitest';
import type { RefusedSettingsReply, SettingsReply } from '../src/settings/settings-replies.ts';
import { hour, second } from '../src/clock.ts';
import { classroom, enterMeeting } from './kit/classroom.ts';
import { follow, letPagesHear, passTime } from './kit/following.ts';
import { sendJson } from './kit/send-json.ts';
import { testTool } from './kit/test-tool.ts';
import { roomOf, visit, type Visitor } from './kit/visitor.ts';

type Reply = SettingsReply & RefusedSettingsReply;

const line = (days: readonly number[], from: string, to: string) => ({ days, from, to });
const everyDay = [1, 2, 3, 4, 5, 6, 7];

function save(tool: Awaited<ReturnType<typeof testTool>>, teacher: Visitor, hours: unknown) {
  const body = { version: 0, values: {}, hours };
  return sendJson<Reply>(tool, teacher, '/api/settings', body);
}

describe('weekly opening hours', () => {
  it('keep participants out until they begin, and moderators never', async () => {
    const here = await classroom();
    const { tool } = here;
    const teacher = await visit(tool, 'teacher');
    const now = new Date(tool.clock.now());
    const opens = (now.getUTCHours() + 2) % 24;
    const text = (hours: number) => `${String(hours % 24).padStart(2, '0')}:00`;
    const hours = { timeZone: 'UTC', spans: [line(everyDay, text(opens), text(opens + 1))] };
    const saved = await save(tool, teacher, hours);
    // The clock of the tests stands where two hours later is the same day.
    expect(saved).toMatchObject({ status: 200, body: { hours } });
    const opensAt = Math.floor(now.getTime() / hour) * hour + 2 * hour;

    const student = await visit(tool, 'student');
    expect((await roomOf(student)).meeting).toMatchObject({
      entry: { kind: 'refuse', at: opensAt },
    });
    // They wait, and the page takes them in when the time has come.
    expect((await student.press()).headers.get('location')).toMatch(/^\/wait\//);
    await enterMeeting(await teacher.press());
    tool.clock.advance(opensAt - now.getTime());
    const later = await visit(tool, 'student', { sub: '6' });
    expect((await roomOf(later)).meeting).toMatchObject({ entry: { kind: 'join' } });
    tool.clock.advance(hour);
    const tooLate = await visit(tool, 'student', { sub: '7' });
    expect((await roomOf(tooLate)).meeting).toMatchObject({ entry: { kind: 'refuse' } });
  });

  it('let in who waits when they begin, not at the next heartbeat', async () => {
    const here = await classroom();
    const { tool } = here;
    const teacher = await visit(tool, 'teacher');
    const opensAt = Math.ceil(tool.clock.now() / hour) * hour + hour;
    const from = new Date(opensAt).toISOString().slice(11, 16);
    const spans = [line(everyDay, from, '00:00')];
    expect((await save(tool, teacher, { timeZone: 'UTC', spans })).status).toBe(200);
    // Heartbeats come every twenty seconds from here on: the last one seven seconds before.
    tool.clock.advance(opensAt - tool.clock.now() - 67 * second);
    const page = await follow(tool, await visit(tool, 'student'));
    await letPagesHear(tool);
    await passTime(66 * second, second, tool);
    expect(page.latest().entry).toMatchObject({ kind: 'refuse', at: opensAt });
    await passTime(2 * second, second, tool);
    expect(page.latest().entry).toMatchObject({ kind: 'wait' });
  });

  it('that are taken away leave the room open', async () => {
    const tool = await testTool();
    const teacher = await visit(tool, 'teacher');
    await save(tool, teacher, { timeZone: 'UTC', spans: [line([1], '08:00', '00:00')] });
    expect((await tool.storage.rooms.get(teacher.roomId))?.openingHours).toEqual({
      timeZone: 'UTC',
      spans: [{ days: [1], from: 480, to: 1440 }],
    });
    const body = { version: 1, values: {}, hours: { timeZone: 'UTC', spans: [] } };
    const { body: reply } = await sendJson<Reply>(tool, teacher, '/api/settings', body);
    expect(reply.hours).toBeNull();
  });

  it.each([
    ['no day', [line([], '08:00', '09:00')], 'UTC', 'hours.0'],
    ['an end before its beginning', [line([1], '09:00', '08:00')], 'UTC', 'hours.0'],
    ['no length', [line([1], '09:00', '09:00')], 'UTC', 'hours.0'],
    ['no times', [line([1], '08:00', '09:00'), line([1], '', '9')], 'UTC', 'hours.1'],
    ['times that no clock shows', [line([1], '08:60', '24:10')], 'UTC', 'hours.0'],
    ['no such place', [line([1], '08:00', '09:00')], 'Mars/Olympus', 'hours.zone'],
    ['a place with a path', [line([1], '08:00', '09:00')], '../../etc/passwd', 'hours.zone'],
  ])('with %s are not saved', async (_what, spans, timeZone, path) => {
    const tool = await testTool();
    const teacher = await visit(tool, 'teacher');
    const { status, body } = await save(tool, teacher, { timeZone, spans });
    expect([status, body.violations.map((violation) => violation.path)]).toEqual([422, [path]]);
    expect(body.violations[0]?.text).toMatch(/^Please/);
    expect((await tool.storage.rooms.get(teacher.roomId))?.settingsVersion).toBe(0);
  });

  it.each([
    ['a day that is none', [line([8], '08:00', '09:00')]],
    ['too many lines', Array.from({ length: 29 }, () => line([1], '08:00', '09:00'))],
  ])('with %s are refused as a whole', async (_what, spans) => {
    const tool = await testTool();
    const answer = await save(tool, await visit(tool, 'teacher'), { timeZone: 'UTC', spans });
    expect(answer.status).toBe(400);
  });
});
