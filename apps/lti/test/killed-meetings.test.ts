import { type Simulator, startSimulator } from '@bluebridge/simulator';
import { expect, it, onTestFinished } from 'vitest';
import { minute, second } from '../src/clock.ts';
import { describeOnBoth, peek } from './kit/databases.ts';
import { siteOn, type ToolProcess } from './kit/tool-processes.ts';
import type { TestTool } from './kit/test-tool.ts';
import { visit } from './kit/visitor.ts';

/** Processes are started and killed, on a machine with much else to do. */
const timeout = 240_000;

/** Waits until a call with a fault on it has arrived: its caller waits for an answer. */
async function arrival(simulator: Simulator): Promise<void> {
  await expect.poll(() => simulator.faults(), { timeout: 60_000, interval: 20 }).toEqual([]);
}

function count(simulator: Simulator, call: string): number {
  return simulator.requests().filter((request) => request.call === call).length;
}

// A visit needs of a tool only what a process offers too.
const teacherAt = (tool: ToolProcess) => visit(tool as unknown as TestTool, 'teacher');

describeOnBoth('a tool that is killed', (kind) => {
  async function open() {
    const simulator = await startSimulator({
      secret: 'killed-tools-secret',
      profile: 'integration',
    });
    onTestFinished(() => simulator.close());
    const address = await kind.newDatabase();
    const site = await siteOn(address, simulator);
    const rows = () =>
      peek(address, 'select state, ended_by, ends, create_time from meetings order by opened_at');
    return { simulator, address, site, rows };
  }

  it(
    'while it opens a room has reserved nothing twice, and the room opens',
    { timeout },
    async () => {
      const { simulator, site, rows } = await open();
      const first = await site.start();
      const teacher = await teacherAt(first);
      // The meeting comes into being, and nobody hears of it.
      simulator.nextAnswer({ call: 'create', fault: { kind: 'no-answer', takesEffect: true } });
      const lost = teacher.press().catch(() => 'lost');
      await arrival(simulator);
      await first.kill();
      expect(await lost).toBe('lost');
      expect(await rows()).toMatchObject([{ state: 'planned' }]);

      const next = await site.start();
      const again = await teacherAt(next);
      expect((await again.press()).status).toBe(303);
      expect(simulator.state().meetings).toHaveLength(1);
      expect(simulator.state().seats).toMatchObject({ held: 20 });
      expect(await rows()).toHaveLength(1);
    },
  );

  it(
    'while it opens a room leaves a plan that is found when its time is over',
    { timeout },
    async () => {
      const { simulator, site, rows } = await open();
      const first = await site.start();
      const teacher = await teacherAt(first);
      simulator.nextAnswer({ call: 'create', fault: { kind: 'no-answer', takesEffect: true } });
      void teacher.press().catch(() => 'lost');
      await arrival(simulator);
      await first.kill();
      await site.start(4 * minute);
      await expect.poll(rows, { timeout: 60_000 }).toMatchObject([{ state: 'live' }]);
      const [row] = await rows();
      expect(Number(row?.['create_time'])).toBe(simulator.state().meetings[0]?.createTime);
    },
  );

  it('before the server heard of a room gives its seats back', { timeout }, async () => {
    const { simulator, site, rows } = await open();
    const first = await site.start();
    const teacher = await teacherAt(first);
    simulator.nextAnswer({ call: 'create', fault: { kind: 'no-answer' } });
    void teacher.press().catch(() => 'lost');
    await arrival(simulator);
    await first.kill();
    await site.start(4 * minute);
    await expect
      .poll(rows, { timeout: 60_000 })
      .toMatchObject([{ state: 'ended', ended_by: 'never_opened' }]);
    expect(count(simulator, 'create')).toBe(1);
  });

  /** A meeting whose end is due, and a process that is killed while it sends the end. */
  async function killedInTheEnd(takesEffect: boolean) {
    const all = await open();
    const { simulator, site } = all;
    const first = await site.start();
    const teacher = await teacherAt(first);
    expect((await teacher.press()).status).toBe(303);
    const [meeting] = simulator.state().meetings;
    const meetingID = meeting?.meetingID ?? '';
    simulator.act({ kind: 'join', meetingID, attendee: { fullName: 'Sam', userID: 'sam' } });
    await first.kill();
    simulator.advance(126 * minute);
    simulator.nextAnswer({ call: 'end', fault: { kind: 'no-answer', takesEffect } });
    const next = await site.start(126 * minute);
    await arrival(simulator);
    await next.kill();
    return { ...all, meetingID };
  }

  it('while it ends a meeting does not end it twice', { timeout }, async () => {
    const { simulator, site, rows } = await killedInTheEnd(true);
    simulator.advance(3 * minute);
    await site.start(129 * minute);
    await expect
      .poll(rows, { timeout: 60_000 })
      .toMatchObject([{ state: 'ended', ended_by: 'schedule' }]);
    expect(count(simulator, 'end')).toBe(1);
  });

  it('while it ends a meeting ends it after all when nothing came of it', { timeout }, async () => {
    const { simulator, site, rows } = await killedInTheEnd(false);
    simulator.advance(3 * minute);
    await site.start(129 * minute);
    await expect.poll(() => count(simulator, 'end'), { timeout: 60_000 }).toBe(2);
    simulator.advance(10 * second);
    await expect.poll(rows, { timeout: 60_000 }).toMatchObject([{ state: 'ended' }]);
    expect(count(simulator, 'end')).toBe(2);
    expect(simulator.state().meetings).toEqual([]);
  });

  it('while it ends a meeting leaves the next one of the room alone', { timeout }, async () => {
    const { simulator, site, rows } = await killedInTheEnd(true);
    simulator.advance(3 * minute);
    // Two of them start; the job of the old meeting and the click come at about the same time.
    const [tool] = await Promise.all([site.start(129 * minute), site.start(129 * minute)]);
    const teacher = await teacherAt(tool);
    expect((await teacher.press()).status).toBe(303);
    await expect
      .poll(rows, { timeout: 60_000 })
      .toMatchObject([{ state: 'ended' }, { state: 'live' }]);
    expect(count(simulator, 'end')).toBe(1);
    expect(simulator.state().meetings).toHaveLength(1);
  });
});
