import { describe, expect, it } from 'vitest';
import { minute } from '../src/clock.ts';
import { claim } from '../src/launch/claim-names.ts';
import type { ExtensionReply, SeatsReply } from '../src/seats/replies.ts';
import { classroom, enterMeeting } from './kit/classroom.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { passTime } from './kit/passing-time.ts';
import { saveSettings } from './kit/save-settings.ts';
import { visit, type Visitor } from './kit/visitor.ts';

/** An account of 30 seats, and a meeting of 20 for 40 minutes. */
async function lesson() {
  const clock = new ManualClock();
  const here = await classroom({ seats: 30, clock });
  const room = async (name: string, seats: number, minutes: number) => {
    const teacher = await visit(here.tool, 'teacher', {
      [claim.resourceLink]: { id: name, title: name },
    });
    const settings = { maxParticipants: seats, durationMinutes: minutes };
    await saveSettings(here.tool.storage, teacher.roomId, settings);
    return teacher;
  };
  const maths = await room('maths', 20, 40);
  await enterMeeting(await maths.press());
  const beganAt = clock.now();
  // Sessions end when nobody looks for half an hour.
  const passAwake = async (minutes: number, ...awake: readonly Visitor[]) => {
    for (let passed = 0; passed < minutes; passed += 5) {
      await passTime(here, 5 * minute);
      for (const teacher of awake) await teacher.api('GET', '/api/seats');
    }
  };
  return { here, clock, room, maths, beganAt, passAwake };
}

const extend = (teacher: Visitor) => teacher.api<ExtensionReply>('POST', '/api/extend');
const endOf = async (teacher: Visitor) =>
  (await teacher.api<SeatsReply>('GET', '/api/seats')).body.end;
const codeOf = (body: unknown) => (body as { error?: { code: string } }).error?.code;

describe('one click', () => {
  it('gives the meeting half an hour more, for which people are warned anew', async () => {
    const { here, maths, beganAt, passAwake } = await lesson();
    await passAwake(30, maths);
    const near = { isNear: true, extend: 'Extend by 30 minutes', at: beganAt + 40 * minute };
    expect(await endOf(maths)).toMatchObject(near);
    const { status, body } = await extend(maths);
    expect(status).toBe(200);
    expect(body).toEqual({
      plannedEndAt: beganAt + 70 * minute,
      message: 'The meeting goes on until {time}.',
    });
    expect(await endOf(maths)).toMatchObject({ isNear: false, at: beganAt + 70 * minute });
    await passAwake(40, maths);
    expect(here.calls()).not.toContain('end');
    const warnings = here.calls().filter((call) => call === 'sendChatMessage');
    expect(warnings).toHaveLength(3);
    await passAwake(10, maths);
    expect(here.calls().filter((call) => call === 'end')).toHaveLength(1);
    expect(here.simulator.state().meetings).toEqual([]);
  });

  it('in the time of grace counts from now on', async () => {
    const { clock, maths, passAwake } = await lesson();
    await passAwake(40, maths);
    await passAwake(0);
    clock.advance(minute);
    expect((await endOf(maths))?.text).toBe(
      'The planned end {time} is over: the meeting ends soon',
    );
    expect((await extend(maths)).body.plannedEndAt).toBe(clock.now() + 30 * minute);
  });

  it('takes seats of nobody: others are refused them from then on', async () => {
    const { maths, room, passAwake } = await lesson();
    await passAwake(20, maths);
    expect((await extend(maths)).status).toBe(200);
    const physics = await room('physics', 11, 20);
    expect((await physics.press()).status).toBe(403);
    const chemistry = await room('chemistry', 10, 20);
    expect((await chemistry.press()).status).toBe(303);
  });

  it('does nothing where others have the seats then', async () => {
    const { here, maths, beganAt } = await lesson();
    // Another system has planned to be there, which our ledger knows from the server.
    await here.tool.storage.meetings.inTurn('seats', (turn) =>
      turn.add({
        meetingID: 'elsewhere',
        language: 'en',
        seats: 15,
        plannedEndAt: beganAt + 90 * minute,
        live: { createTime: beganAt },
      }),
    );
    const { status, body } = await extend(maths);
    expect(status).toBe(409);
    expect(codeOf(body)).toBe('extension_seats');
    expect(await endOf(maths)).toMatchObject({ at: beganAt + 40 * minute });
  });

  it('is too late once the meeting is being ended', async () => {
    const { here, maths } = await lesson();
    expect((await maths.api('POST', '/api/end')).status).toBe(200);
    const { status, body } = await extend(maths);
    expect(status).toBe(409);
    expect(codeOf(body)).toBe('extension_late');
    await passTime(here, minute);
    expect(codeOf((await extend(maths)).body)).toBe('extension_impossible');
  });

  it('is for those who lead', async () => {
    const { here } = await lesson();
    const link = { [claim.resourceLink]: { id: 'maths', title: 'maths' } };
    const student = await visit(here.tool, 'student', link);
    expect((await extend(student)).status).toBe(403);
    expect((await here.tool.app.request('/api/extend', { method: 'POST' })).status).toBe(401);
    expect((await here.tool.app.request('/api/extend')).status).toBe(405);
  });

  it('is in the record of what was done', async () => {
    const { here, maths, beganAt } = await lesson();
    await extend(maths);
    const { entries } = await here.tool.storage.audit.read({}, { size: 20 });
    expect(entries.map(({ action, detail }) => [action, detail])).toContainEqual([
      'meeting.extend',
      { plannedEndAt: beganAt + 70 * minute },
    ]);
  });
});
