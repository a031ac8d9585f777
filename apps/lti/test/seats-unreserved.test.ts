import { describe, expect, it } from 'vitest';
import { minute } from '../src/clock.ts';
import type { SeatsReply } from '../src/seats/replies.ts';
import { type Classroom, classroom, enterMeeting } from './kit/classroom.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { passTime } from './kit/passing-time.ts';
import { saveSettings } from './kit/save-settings.ts';
import { roomOf, visit, type Visitor } from './kit/visitor.ts';

async function seatsOf({ api }: Visitor): Promise<SeatsReply> {
  const { status, body } = await api<SeatsReply>('GET', '/api/seats');
  expect(status).toBe(200);
  return body;
}

function creates({ simulator }: Classroom): readonly URLSearchParams[] {
  const sent = simulator.requests().filter(({ call }) => call === 'create');
  return sent.map(({ query }) => new URLSearchParams(query));
}

const nothing: SeatsReply = { reserves: '', free: '', trouble: '', holders: [], end: null };

describe('where the server reserves nothing', () => {
  it('nothing is asked, and a room without a length has no planned end', async () => {
    const clock = new ManualClock();
    const here = await classroom({ clock });
    const teacher = await visit(here.tool, 'teacher');
    expect(await seatsOf(teacher)).toEqual(nothing);
    await enterMeeting(await teacher.press());
    expect(await seatsOf(teacher)).toEqual(nothing);
    const [create] = creates(here);
    expect([create?.get('maxParticipants'), create?.get('duration')]).toEqual([null, null]);
    await passTime(here, 25 * minute);
    expect(await roomOf(teacher)).toMatchObject({ meeting: { open: true } });
    expect(here.calls()).not.toContain('end');
  });

  it('the planned end of a room with a length is left to the server, and checked', async () => {
    const clock = new ManualClock();
    const here = await classroom({ clock });
    const teacher = await visit(here.tool, 'teacher');
    await saveSettings(here.tool.storage, teacher.roomId, { durationMinutes: 20 });
    await enterMeeting(await teacher.press());
    expect((await seatsOf(teacher)).end).toMatchObject({
      at: clock.now() + 20 * minute,
      text: 'Planned end {time}, in 20 minutes',
      extend: '',
    });
    const { status } = await teacher.api('POST', '/api/extend');
    expect(status).toBe(409);
    await passTime(here, 23 * minute);
    expect(await here.tool.storage.meetings.openIn(teacher.roomId)).toBeUndefined();
    expect(here.calls()).not.toContain('end');
    expect(here.calls()).not.toContain('sendChatMessage');
  });
});
