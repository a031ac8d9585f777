import { describe, expect, it } from 'vitest';
import { minute, second } from '../src/clock.ts';
import { type Classroom, classroom, enterMeeting, meetingIdOf } from './kit/classroom.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { passTime } from './kit/passing-time.ts';
import { visit, type Visitor } from './kit/visitor.ts';

/** A teacher in a room that reserves 20 seats for two hours. */
async function lesson({ seats = 50 } = {}) {
  const clock = new ManualClock();
  const here = await classroom({ seats, clock });
  const teacher = await visit(here.tool, 'teacher');
  const tab = await enterMeeting(await teacher.press());
  const meetingID = await meetingIdOf(here, teacher);
  return { here, clock, teacher, tab, meetingID };
}

function sent({ simulator }: Classroom, call: string): readonly URLSearchParams[] {
  const requests = simulator.requests().filter((request) => request.call === call);
  return requests.map(({ query }) => new URLSearchParams(query));
}

const rowOf = async ({ tool }: Classroom, { roomId }: Visitor) =>
  tool.storage.meetings.openIn(roomId);

describe('a meeting on a server that ends none', () => {
  it('is ended at its planned end and grace, and confirmed by looking', async () => {
    const { here, teacher, meetingID } = await lesson();
    await passTime(here, 124 * minute);
    expect(sent(here, 'end')).toHaveLength(0);
    await passTime(here, 2 * minute);
    expect(sent(here, 'end').map((query) => query.get('meetingID'))).toEqual([meetingID]);
    expect(await rowOf(here, teacher)).toBeUndefined();
    expect(here.simulator.state().meetings).toEqual([]);
    await passTime(here, 30 * minute);
    expect(sent(here, 'end')).toHaveLength(1);
    expect(here.tool.log.filter(({ event }) => event === 'meeting_ended')).toEqual([
      { event: 'meeting_ended', by: 'schedule' },
    ]);
    const { entries } = await here.tool.storage.audit.read({ actor: 'tool' }, { size: 5 });
    expect(entries).toMatchObject([
      {
        action: 'meeting.end',
        roomId: teacher.roomId,
        deploymentId: '1',
        detail: { attempt: 1, scheduled: true },
      },
    ]);
  });

  it('warns in the chat ten and two minutes before, once each', async () => {
    const { here } = await lesson();
    await passTime(here, 109 * minute);
    expect(sent(here, 'sendChatMessage')).toHaveLength(0);
    await passTime(here, 10 * minute + 30 * second);
    const told = sent(here, 'sendChatMessage').map((query) => query.get('message') ?? '');
    expect(told).toEqual([
      expect.stringContaining('This meeting ends in 10 minutes.'),
      expect.stringContaining('This meeting ends in 2 minutes.'),
    ]);
    expect(told[0]).toContain('The teacher can extend it');
  });

  it('says nothing to nobody, and gives nobody grace', async () => {
    const { here, tab, teacher } = await lesson();
    await passTime(here, 5 * minute);
    await tab.act('leave');
    here.simulator.act({
      kind: 'join',
      meetingID: await meetingIdOf(here, teacher),
      attendee: { fullName: 'Sam', userID: 'sam' },
    });
    await passTime(here, 100 * minute);
    here.simulator.act({
      kind: 'leave',
      meetingID: await meetingIdOf(here, teacher),
      userID: 'sam',
    });
    await passTime(here, 20 * minute);
    expect(sent(here, 'sendChatMessage')).toHaveLength(0);
    expect(await rowOf(here, teacher)).toBeUndefined();
  });

  it('is left alone when somebody ended it and opened the room again', async () => {
    const { here, teacher, meetingID } = await lesson();
    await passTime(here, 20 * minute);
    expect((await teacher.api('POST', '/api/end')).status).toBe(200);
    await passTime(here, 20 * second);
    await enterMeeting(await teacher.press());
    const later = await rowOf(here, teacher);
    await passTime(here, 115 * minute);
    expect(sent(here, 'end')).toHaveLength(1);
    expect(await rowOf(here, teacher)).toMatchObject({ id: later?.id, state: 'live', meetingID });
  });
});

describe('an end', () => {
  it('that fails is tried again until it shows', async () => {
    const { here, teacher } = await lesson();
    here.simulator.nextAnswer({ call: 'end', times: 2, fault: { kind: 'refusal', key: 'busy' } });
    await passTime(here, 128 * minute);
    expect(sent(here, 'end').length).toBe(3);
    expect(await rowOf(here, teacher)).toBeUndefined();
  });

  it('that does nothing is noticed, tried five times and given up', async () => {
    const { here, teacher } = await lesson();
    here.simulator.nextAnswer({ call: 'end', times: 'always', fault: { kind: 'hollow-success' } });
    await passTime(here, 130 * minute);
    expect(sent(here, 'end')).toHaveLength(5);
    const given = here.tool.log.filter(
      ({ event, outcome }) => event === 'meeting_end' && outcome === 'gave_up',
    );
    expect(given).toHaveLength(1);
    // It still holds its seats, so it is not forgotten; and when it goes by itself that is seen.
    expect(await rowOf(here, teacher)).toMatchObject({ state: 'live' });
    here.simulator.clearFaults();
    here.simulator.act({ kind: 'end', meetingID: await meetingIdOf(here, teacher) });
    await passTime(here, 12 * minute);
    expect(await rowOf(here, teacher)).toBeUndefined();
    expect(sent(here, 'end')).toHaveLength(5);
  });

  it('comes when the server was away at the time, and for hours', async () => {
    const { here, clock, teacher } = await lesson();
    await passTime(here, 124 * minute);
    here.simulator.nextAnswer({ times: 'always', fault: { kind: 'error-page', status: 404 } });
    for (let passed = 0; passed < 300; passed += 10) {
      clock.advance(10 * minute);
      await here.tool.jobs.runDue();
    }
    expect(await rowOf(here, teacher)).toMatchObject({ state: 'live', ends: undefined });
    here.simulator.clearFaults();
    await passTime(here, 3 * minute);
    expect(await rowOf(here, teacher)).toBeUndefined();
    expect(sent(here, 'end')).toHaveLength(1);
  });
});
