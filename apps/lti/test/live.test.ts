import { describe, expect, it } from 'vitest';
import { hour, minute, second } from '../src/clock.ts';
import { absoluteLifetime } from '../src/storage/sessions.ts';
import { type Classroom, classroom, enterMeeting } from './kit/classroom.ts';
import { follow, letPagesHear, passTime } from './kit/following.ts';
import { saveSettings } from './kit/save-settings.ts';
import { testMetricsToken } from './kit/test-tool.ts';
import { visit } from './kit/visitor.ts';

async function studentsIn(here: Classroom, count: number) {
  const students = [];
  for (let number = 0; number < count; number += 1) {
    students.push(await visit(here.tool, 'student', { sub: `student ${number}` }));
  }
  return students;
}

const countOf = (here: Classroom, call: string) =>
  here.calls().filter((one) => one === call).length;

describe('the stream of a page', () => {
  it('tells at once how the room is, and every change', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const page = await follow(here.tool, teacher);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store, no-transform');
    await letPagesHear(here.tool);
    expect(page.names).toEqual(['beat', 'meeting', 'beat']);
    expect(page.latest()).toMatchObject({ open: false, entry: { kind: 'start' } });

    const tab = await enterMeeting(await teacher.press());
    await letPagesHear(here.tool);
    expect(page.latest()).toMatchObject({ open: true, state: 'Open · nobody is in yet' });
    await passTime(5 * second, second, here.tool);
    expect(page.latest()).toMatchObject({
      state: 'Open · 1 person',
      people: [{ name: 'Tina Teacher', since: here.tool.clock.now() }],
    });

    await tab.act('end');
    await passTime(15 * second, second, here.tool);
    expect(page.latest()).toMatchObject({ open: false });
  });

  it('says the same in the words of each language and role', async () => {
    const here = await classroom();
    const german = {
      'https://purl.imsglobal.org/spec/lti/claim/launch_presentation': { locale: 'de' },
    };
    const teacher = await follow(here.tool, await visit(here.tool, 'teacher'));
    const student = await follow(here.tool, await visit(here.tool, 'student', german));
    await letPagesHear(here.tool);
    expect(teacher.latest()).toMatchObject({ state: 'Not open yet', entry: { kind: 'start' } });
    expect(student.latest()).toMatchObject({
      state: 'Noch nicht geöffnet',
      entry: { kind: 'wait' },
    });
    expect(student.latest().people).toEqual([]);
  });

  it('is for those with a session only', async () => {
    const { tool } = await classroom();
    expect((await follow(tool, { bearer: 'unknown' })).status).toBe(401);
  });

  it('ends when the tool is closed', async () => {
    const here = await classroom();
    const page = await follow(here.tool, await visit(here.tool, 'student'));
    await letPagesHear(here.tool);
    expect(here.tool.live.count()).toBe(1);
    await here.tool.live.close();
    await letPagesHear();
    expect(page.hasEnded()).toBe(true);
    expect(here.tool.live.count()).toBe(0);
    expect((await follow(here.tool, await visit(here.tool, 'student'))).status).toBe(429);
  });

  it('keeps its session alive for hours, and ends with it', async () => {
    const here = await classroom();
    const student = await visit(here.tool, 'student');
    const page = await follow(here.tool, student);
    await passTime(hour, minute, here.tool);
    expect(page.hasEnded()).toBe(false);
    expect((await student.api('GET', '/api/room')).status).toBe(200);
    await passTime(absoluteLifetime, 5 * minute, here.tool);
    expect(page.hasEnded()).toBe(true);
    expect((await student.api('GET', '/api/room')).status).toBe(401);
  });

  it('is forgotten when its page goes, and nobody is asked any more', async () => {
    const here = await classroom();
    const page = await follow(here.tool, await visit(here.tool, 'student'));
    await letPagesHear(here.tool);
    await page.leave();
    await passTime(2 * minute, second, here.tool);
    expect(here.tool.live.count()).toBe(0);
    expect(here.calls()).toEqual(['getMeetingInfo']);
  });

  it('is kept for the six newest pages of a session', async () => {
    const here = await classroom();
    const student = await visit(here.tool, 'student');
    const pages = [];
    for (let number = 0; number < 8; number += 1) pages.push(await follow(here.tool, student));
    await letPagesHear(here.tool);
    expect(pages.map((page) => page.hasEnded())).toEqual(
      Array.from({ length: 8 }, (_, number) => number < 2),
    );
  });

  it('tells of trouble in words, and of the end of it', async () => {
    const here = await classroom();
    const page = await follow(here.tool, await visit(here.tool, 'student'));
    await letPagesHear(here.tool);
    const fault = { kind: 'error-page', status: 502 } as const;
    here.simulator.nextAnswer({ call: 'getMeetingInfo', times: 2, fault });
    // A single lost answer is not worth a word.
    await passTime(5 * second, second, here.tool);
    expect(page.latest()).toMatchObject({ kind: 'known' });
    await passTime(5 * second, second, here.tool);
    expect(page.told.at(-1)).toMatchObject({
      kind: 'unknown',
      problem: { code: 'server_unavailable', message: expect.stringContaining('meeting server') },
    });
    await passTime(9 * second, second, here.tool);
    expect(page.latest()).toMatchObject({ kind: 'unknown' });
    await passTime(second, second, here.tool);
    expect(page.latest()).toMatchObject({ kind: 'known', open: false });
    expect(countOf(here, 'getMeetingInfo')).toBe(4);
  });

  it('asks its page to read the room again when somebody changed it', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const page = await follow(here.tool, teacher);
    await letPagesHear(here.tool);
    await here.tool.live.changed(teacher.roomId);
    await letPagesHear(here.tool);
    expect(page.names).toContain('changed');
  });
});

describe('a waiting class', () => {
  it('of 200 causes twelve questions a minute at most, and opens nothing', async () => {
    const here = await classroom();
    const pages = [];
    for (const student of await studentsIn(here, 200)) pages.push(await follow(here.tool, student));
    await letPagesHear(here.tool);
    await passTime(minute - second, second / 4, here.tool);
    expect(pages.every((page) => page.latest().entry?.kind === 'wait')).toBe(true);
    expect(countOf(here, 'getMeetingInfo')).toBeLessThanOrEqual(12);
    expect(countOf(here, 'getMeetingInfo')).toBeGreaterThan(9);
    expect(countOf(here, 'create')).toBe(0);
  }, 60_000);

  it('that presses the button all the time causes no more', async () => {
    const here = await classroom();
    const students = await studentsIn(here, 10);
    for (const student of students) await follow(here.tool, student);
    for (let seconds = 0; seconds < 60; seconds += 1) {
      const [one] = students.slice(seconds % students.length);
      expect((await one?.press())?.headers.get('location')).toMatch(/^\/wait\//);
      await passTime(second, second, here.tool);
    }
    expect(countOf(here, 'getMeetingInfo')).toBeLessThanOrEqual(12);
    expect(countOf(here, 'create')).toBe(0);
  }, 60_000);

  it('is taken in within five seconds after the teacher is there', async () => {
    const here = await classroom();
    const [student] = await studentsIn(here, 1);
    if (!student) throw new Error('nobody waits');
    const page = await follow(here.tool, student);
    await passTime(13 * second, second, here.tool);
    const teacher = await visit(here.tool, 'teacher');
    await enterMeeting(await teacher.press());
    await passTime(5 * second, second / 4, here.tool);
    expect(page.latest()).toMatchObject({ entry: { kind: 'join' } });
    const entered = await student.press();
    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toContain('role=VIEWER');
  });

  it('of a room that opens for all goes in at once, without a question', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const { storage } = here.tool;
    await saveSettings(storage, teacher.roomId, { waitForModerator: false });
    const page = await follow(here.tool, await visit(here.tool, 'student'));
    await letPagesHear(here.tool);
    const asked = countOf(here, 'getMeetingInfo');
    expect((await teacher.press()).status).toBe(303);
    await letPagesHear(here.tool);
    expect(page.latest()).toMatchObject({ entry: { kind: 'join' } });
    expect(countOf(here, 'getMeetingInfo')).toBe(asked);
  });

  it('that comes before the hour is told when, and goes on waiting then', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const { storage, clock } = here.tool;
    const opensAt = clock.now() + 30 * second;
    await saveSettings(storage, teacher.roomId, { opensAt });
    const [student] = await studentsIn(here, 1);
    if (!student) throw new Error('nobody waits');
    expect((await student.press()).headers.get('location')).toMatch(/^\/wait\//);
    const page = await follow(here.tool, student);
    await letPagesHear(here.tool);
    const told = { kind: 'refuse', text: 'The room opens {time}.', at: opensAt };
    expect(page.latest().entry).toEqual(told);
    await passTime(29 * second, second, here.tool);
    expect(page.latest().entry).toEqual(told);
    await passTime(second, second, here.tool);
    expect(page.latest().entry).toMatchObject({ kind: 'wait' });
  });

  it('is counted', async () => {
    const here = await classroom();
    for (const student of await studentsIn(here, 3)) await follow(here.tool, student);
    await follow(here.tool, await visit(here.tool, 'teacher'));
    await passTime(minute, 20 * second, here.tool);
    const headers = { authorization: `Bearer ${testMetricsToken}` };
    const text = await (await here.tool.app.request('/metrics', { headers })).text();
    expect(text).toContain('bluebridge_lti_open_streams 4\n');
    expect(text).toContain('bluebridge_lti_waiting_people 3\n');
    expect(text).toMatch(/bluebridge_lti_polls_total\{reason="waiting"\} \d+\n/);
  });
});
