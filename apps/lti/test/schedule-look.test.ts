import { describe, expect, it } from 'vitest';
import { minute, second } from '../src/clock.ts';
import type { MeetingInfos } from '../src/rooms/meeting-info.ts';
import { lookAt } from '../src/schedule/look.ts';
import { sendEnd } from '../src/schedule/send-end.ts';
import { openingTakes } from '../src/storage/reservations.ts';
import { classroom, enterMeeting, meetingIdOf } from './kit/classroom.ts';
import { hookedClassroom } from './kit/hooked-classroom.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { passTime } from './kit/passing-time.ts';
import { visit } from './kit/visitor.ts';

/** A meeting beside its planned end at 120 minutes, with its row. */
async function lessonAfter(ms: number) {
  const clock = new ManualClock();
  const here = await classroom({ seats: 50, clock });
  const { tool, simulator } = here;
  const teacher = await visit(tool, 'teacher');
  await enterMeeting(await teacher.press());
  await passTime(here, ms);
  const row = async () => {
    const meeting = await tool.storage.meetings.openIn(teacher.roomId);
    if (!meeting) throw new Error('no meeting is open');
    return meeting;
  };
  const sent = (call: string) =>
    simulator.requests().filter((request) => request.call === call).length;
  const meetingID = await meetingIdOf(here, teacher);
  /** Somebody takes the turn to ask, and is never heard of again. */
  const loseTurn = async () => {
    clock.advance(5 * second);
    const { meetingWatches } = tool.storage;
    const watch = await meetingWatches.get(meetingID);
    expect(await meetingWatches.claim(meetingID, watch, clock.now())).toBe(true);
  };
  return { here, tool, clock, row, sent, meetingID, loseTurn };
}

describe('a look at the server', () => {
  it.each([
    [{ seen: 300, ends: 200 }, 300],
    [{ seen: 200, ends: 300 }, 300],
    [{ seen: undefined, ends: undefined }, 0],
  ])('takes an answer newer than what the row says: %j', async ({ seen, ends }, after) => {
    const { tool, row } = await lessonAfter(second);
    const asked: number[] = [];
    const latest: MeetingInfos['latest'] = (_meetingID, since) => {
      asked.push(since);
      return Promise.resolve({ kind: 'later', at: 7 });
    };
    const look = await lookAt(
      { storage: tool.storage, infos: { ...tool.infos, latest } },
      {
        ...(await row()),
        seen: seen === undefined ? undefined : { at: seen, meeting: 'live' },
        ends: ends === undefined ? undefined : { times: 1, lastAt: ends },
      },
    );
    expect(asked).toEqual([after]);
    expect(look).toEqual({ retryAt: 7 });
  });

  it('shares what people in front of the room were told just now', async () => {
    const { tool, row, sent, meetingID, clock } = await lessonAfter(minute);
    clock.advance(5 * second);
    await tool.infos.get(meetingID);
    const before = sent('getMeetingInfo');
    const { meeting } = (await lookAt(tool, await row())) as { meeting?: unknown };
    expect(meeting).toMatchObject({ seen: { at: clock.now(), meeting: 'live' }, people: 1 });
    expect(sent('getMeetingInfo')).toBe(before);
  });

  it('is put off while somebody else asks, and the end with it, but not for long', async () => {
    const { here, tool, row, sent, clock, loseTurn } = await lessonAfter(124 * minute);
    await loseTurn();
    const { bbb: client, infos, storage, endPolicy: policy } = tool;
    const means = { client, infos, storage, clock, policy, log: () => {} };
    const meeting = await row();
    const retryAt = await sendEnd({ ...means, afterEnd: async () => {} }, meeting, 1);
    expect(retryAt).toBe(clock.now() + 5 * second);
    clock.advance(55 * second);
    await loseTurn();
    await tool.jobs.runDue();
    expect(sent('end')).toBe(0);
    await passTime(here, 2 * minute);
    expect(sent('end')).toBe(1);
  });
});

describe('the word that a meeting is over', () => {
  it('is looked into with an answer that is newer', async () => {
    const here = await hookedClassroom();
    const { tool, simulator } = here;
    const teacher = await visit(tool, 'teacher');
    await enterMeeting(await teacher.press());
    await here.pass(minute);
    const { meetingID = '' } = (await tool.storage.rooms.get(teacher.roomId)) ?? {};
    await tool.infos.get(meetingID);
    await here.pass(second);
    simulator.act({ kind: 'end', meetingID });
    for (let seconds = 0; seconds < 30; seconds += 1) {
      await here.pass(second);
      await tool.jobs.runDue();
    }
    expect(await tool.storage.meetings.openIn(teacher.roomId)).toBeUndefined();
  });
});

describe('a meeting whose opener died', () => {
  it('is not given up for an answer from before it could have come into being', async () => {
    const clock = new ManualClock();
    const here = await classroom({ clock });
    const { tool } = here;
    const teacher = await visit(tool, 'teacher');
    const { roomId } = teacher;
    const meetingID = await meetingIdOf(here, teacher);
    const { storage } = tool;
    await storage.meetings.inTurn(roomId, (records) =>
      records.add({ roomId, meetingID, language: 'en', seats: 0 }),
    );
    clock.advance(openingTakes - 2 * second);
    expect(await tool.infos.get(meetingID)).toBeNull();
    await here.server.call('create', { meetingID, name: 'Maths' });
    clock.advance(2 * second);
    await tool.jobs.runDue();
    expect(await storage.meetings.openIn(roomId)).toMatchObject({ state: 'planned' });
    clock.advance(3 * second);
    await tool.jobs.runDue();
    expect(await storage.meetings.openIn(roomId)).toMatchObject({ state: 'live' });
  });
});
