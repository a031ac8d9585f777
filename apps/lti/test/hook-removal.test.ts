import { BbbError, type BbbErrorCode } from '@bluebridge/core';
import { describe, expect, it, vi } from 'vitest';
import { hour, minute } from '../src/clock.ts';
import { type Classroom, classroom, enterMeeting, meetingIdOf } from './kit/classroom.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { visit } from './kit/visitor.ts';

const day = 24 * hour;

/** A room that is open, at a server whose events reach nobody. */
async function openRoom() {
  const clock = new ManualClock();
  const here = await classroom({
    clock,
    tool: { clock, callbacks: 'yes', baseUrl: 'http://127.0.0.1:9' },
  });
  const teacher = await visit(here.tool, 'teacher');
  await enterMeeting(await teacher.press());
  await here.tool.hookDesk.settled();
  const meetingID = await meetingIdOf(here, teacher);
  const { hooks } = here.tool.storage;
  const [hook] = await hooks.ofMeeting(meetingID);
  expect(hook?.hookID).toMatch(/./);
  return {
    ...here,
    teacher,
    meetingID,
    left: async () => (await hooks.ofMeeting(meetingID)).length,
    destroyed: () =>
      here.simulator
        .requests()
        .filter(({ call, returncode }) => call === 'hooks/destroy' && returncode === 'SUCCESS'),
  };
}

/** Lets every call to the server fail. */
function fail({ tool }: Awaited<ReturnType<typeof openRoom>>, code: BbbErrorCode) {
  return vi.spyOn(tool.bbb, 'call').mockRejectedValue(new BbbError(code, 'not now'));
}

/** Lets time pass, doing the jobs that are due. */
async function pass({ tool }: Pick<Classroom, 'tool'>, ms: number, step: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += step) {
    tool.clock.advance(step);
    await tool.jobs.runDue();
  }
}

describe('the address of a meeting that is over', () => {
  it('is removed also when the server is away for two days', async () => {
    const here = await openRoom();
    await here.server.call('end', { meetingID: here.meetingID });
    const away = fail(here, 'unreachable');
    await here.tool.hookDesk.remove(here.meetingID);
    await pass(here, 2 * day, 5 * minute);
    expect(await here.left()).toBe(1);
    away.mockRestore();
    await pass(here, 10 * minute, minute);
    expect([await here.left(), here.destroyed().length]).toEqual([0, 1]);
  });

  it('is forgotten when the server says no for a week, asked now and then', async () => {
    const here = await openRoom();
    await here.server.call('end', { meetingID: here.meetingID });
    const refusing = fail(here, 'server_refused');
    await here.tool.hookDesk.remove(here.meetingID);
    await pass(here, 6 * day, hour);
    expect(await here.left()).toBe(1);
    const asked = refusing.mock.calls.filter(([call]) => call === 'hooks/destroy');
    expect(asked.length).toBeGreaterThan(6);
    expect(asked.length).toBeLessThan(30);
    await pass(here, 2 * day, hour);
    expect(await here.left()).toBe(0);
  });

  it('is removed when the tool that saw the end died of it', async () => {
    const here = await openRoom();
    await here.server.call('end', { meetingID: here.meetingID });
    // It wrote the end down, and no more.
    const meeting = await here.tool.storage.meetings.openIn(here.teacher.roomId);
    expect(await here.tool.storage.meetings.end(meeting?.id ?? '', 'server')).toBe(true);
    await pass(here, 11 * minute, minute);
    expect([await here.left(), here.destroyed().length]).toEqual([0, 1]);
  });

  it('is not removed as long as the meeting goes on', async () => {
    const here = await openRoom();
    await pass(here, 10 * minute, minute);
    expect([await here.left(), here.destroyed().length]).toEqual([1, 0]);
  });
});
