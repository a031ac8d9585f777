import { describe, expect, it } from 'vitest';
import { hour, minute, second } from '../src/clock.ts';
import { reachesUs } from '../src/hooks/reach.ts';
import { enterMeeting } from './kit/classroom.ts';
import { follow } from './kit/following.ts';
import { type HookedClassroom, hookedClassroom } from './kit/hooked-classroom.ts';
import { visit } from './kit/visitor.ts';

const countOf = (here: HookedClassroom, call: string) =>
  here.calls().filter((one) => one === call).length;

/** A teacher opens the room; answers the tab with the meeting in it. */
async function openRoom(here: HookedClassroom) {
  const teacher = await visit(here.tool, 'teacher');
  const tab = await enterMeeting(await teacher.press());
  await here.pass(second);
  return { teacher, tab };
}

async function hooksOf({ simulator }: HookedClassroom) {
  const answer = await fetch(new URL('/control/state', simulator.url));
  const { hooks } = (await answer.json()) as { hooks?: readonly Record<string, unknown>[] };
  return hooks ?? [];
}

describe('hooks', () => {
  it('are registered when a meeting opens, and removed when it is over', async () => {
    const here = await hookedClassroom();
    const { teacher } = await openRoom(here);
    const room = await here.tool.storage.rooms.get(teacher.roomId);
    const meetingID = room?.meetingID ?? '';
    const [hook] = await here.tool.storage.hooks.ofMeeting(meetingID);
    expect(hook?.hookID).toMatch(/^[\w-]+$/);
    expect(await teacher.api('POST', '/api/end')).toMatchObject({ status: 200 });
    for (let seconds = 0; seconds < 60; seconds += 5) {
      await here.pass(5 * second, 5 * second);
      await here.tool.jobs.runDue();
    }
    expect(await here.tool.storage.hooks.ofMeeting(meetingID)).toEqual([]);
    expect(countOf(here, 'hooks/create')).toBe(1);
    expect(countOf(here, 'hooks/destroy')).toBe(1);
  });

  it('make a class that waits cheaper, and still take it in within five seconds', async () => {
    const here = await hookedClassroom();
    const { teacher, tab } = await openRoom(here);
    const meetingID = (await here.tool.storage.rooms.get(teacher.roomId))?.meetingID ?? '';
    // Somebody stays, so that the meeting does.
    here.simulator.act({ kind: 'join', meetingID, attendee: { fullName: 'Vera', userID: 'v' } });
    await tab.act('leave');
    const student = await visit(here.tool, 'student');
    const page = await follow(here.tool, student);
    await here.pass(10 * second);
    expect(page.latest()).toMatchObject({ entry: { kind: 'wait' } });
    const before = countOf(here, 'getMeetingInfo');
    await here.pass(3 * minute);
    expect(countOf(here, 'getMeetingInfo') - before).toBeLessThanOrEqual(3);
    // The teacher comes back by a link of their own, which the tool knows nothing of.
    here.simulator.act({
      kind: 'join',
      meetingID,
      attendee: { fullName: 'Tina', userID: 'tina', role: 'MODERATOR' },
    });
    await here.pass(5 * second);
    expect(page.latest()).toMatchObject({ entry: { kind: 'join' } });
  }, 60_000);

  it('that bring nothing are found out, and the class is asked for as without them', async () => {
    const here = await hookedClassroom();
    const { teacher } = await openRoom(here);
    const page = await follow(here.tool, await visit(here.tool, 'student', { sub: '77' }));
    await here.pass(minute);
    const meetingID = (await here.tool.storage.rooms.get(teacher.roomId))?.meetingID ?? '';
    // From now on nothing arrives.
    const [hook] = await here.tool.storage.hooks.ofMeeting(meetingID);
    await here.server.call('hooks/destroy', { hookID: hook?.hookID ?? '' });
    here.simulator.act({ kind: 'join', meetingID, attendee: { fullName: 'Ann', userID: 'ann' } });
    await here.pass(2 * minute);
    const { eventAt, missedAt } = await here.tool.storage.hooks.health();
    expect(missedAt).toBeGreaterThan(eventAt);
    expect(page.told.length).toBeGreaterThan(1);
    const before = countOf(here, 'getMeetingInfo');
    await here.pass(minute);
    expect(countOf(here, 'getMeetingInfo') - before).toBeGreaterThanOrEqual(3);
  }, 60_000);

  it.each(['3.5', '3.3', '2.6'] as const)('of version %s are understood', async (version) => {
    const here = await hookedClassroom({ server: { webhooks: { version } } });
    await openRoom(here);
    await here.pass(5 * second);
    expect((await here.tool.storage.hooks.health()).eventAt).toBeGreaterThan(0);
  });

  it('are registered at a hoster’s address too, for one meeting each', async () => {
    const here = await hookedClassroom({
      server: { profile: 'integration' },
      dialect: 'integration',
    });
    await openRoom(here);
    const request = here.simulator.requests().find(({ call }) => call === 'hooks/create');
    expect(request).toMatchObject({ returncode: 'SUCCESS' });
    expect(new URLSearchParams(request?.query).get('meetingID')).toMatch(/^bb-/);
    expect((await here.tool.storage.hooks.health()).eventAt).toBeGreaterThan(0);
  });

  it('of a server without them are asked for once an hour, and nothing depends on them', async () => {
    const here = await hookedClassroom();
    const fault = { kind: 'error-page', status: 404 } as const;
    here.simulator.nextAnswer({ call: 'hooks/create', times: 'always', fault });
    for (let rooms = 0; rooms < 3; rooms += 1) {
      const link = { id: `link ${rooms}`, title: 'Room' };
      const changes = { 'https://purl.imsglobal.org/spec/lti/claim/resource_link': link };
      const teacher = await visit(here.tool, 'teacher', changes);
      await enterMeeting(await teacher.press());
      await here.pass(second);
    }
    expect(countOf(here, 'hooks/create')).toBe(1);
    here.tool.clock.advance(2 * hour);
    await here.tool.jobs.runDue();
    expect(countOf(here, 'hooks/destroy')).toBe(0);
  });

  it('whose registration was never answered are found by their address and removed', async () => {
    const here = await hookedClassroom();
    const fault = { kind: 'error-page', status: 502, takesEffect: true } as const;
    here.simulator.nextAnswer({ call: 'hooks/create', fault });
    await openRoom(here);
    await here.tool.jobs.runDue();
    expect(countOf(here, 'hooks/list')).toBe(1);
    expect(countOf(here, 'hooks/destroy')).toBe(1);
    expect(await hooksOf(here)).toEqual([]);
  });
});

describe('the end callback', () => {
  it('is sent along, and tells of the end', async () => {
    const here = await hookedClassroom();
    const { teacher, tab } = await openRoom(here);
    const page = await follow(here.tool, teacher);
    await here.pass(20 * second);
    expect(page.latest()).toMatchObject({ open: true });
    await tab.act('end');
    await here.pass(6 * second);
    expect(page.latest()).toMatchObject({ open: false });
    const delivery = here.simulator.deliveries().find(({ url }) => url.includes('meeting-ended'));
    expect(delivery?.state).toBe('delivered');
  });
});

describe('the way from the meeting server to the tool', () => {
  it.each([
    ['https://rooms.example.org', 'https://bbb.example.org/bigbluebutton/', true],
    ['http://127.0.0.1:4410', 'http://127.0.0.1:8090/bigbluebutton/', true],
    ['http://localhost:4410', 'http://[::1]:8090/bigbluebutton/', true],
    ['http://localhost:4410', 'https://bbb.example.org/bigbluebutton/', false],
    ['https://192.168.0.5', 'https://bbb.example.org/bigbluebutton/', false],
    ['https://192.168.0.5', 'https://10.0.0.3/bigbluebutton/', true],
    ['https://rooms.school.internal', 'https://bbb.school.internal/bigbluebutton/', true],
    ['https://rooms.school.internal', 'https://bbb.example.org/bigbluebutton/', false],
  ])('from %s to %s: %s', (baseUrl, endpoint, expected) => {
    expect(reachesUs('auto', baseUrl, endpoint)).toBe(expected);
    expect(reachesUs('yes', baseUrl, endpoint)).toBe(true);
    expect(reachesUs('no', baseUrl, endpoint)).toBe(false);
  });
});
