import { fetchTransport, type Transport } from '@bluebridge/core';
import { type Simulator, startSimulator } from '@bluebridge/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { minute, second } from '../src/clock.ts';
import { classroom, meetingIdOf } from './kit/classroom.ts';
import { describeOnBoth, openFor } from './kit/databases.ts';
import { fakePlatform } from './kit/fake-platform.ts';
import { follow, letPagesHear } from './kit/following.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { saveSettings } from './kit/save-settings.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';
import { visit, type Visitor, visitorWith } from './kit/visitor.ts';

/** When the server was asked about a meeting, by its own clock. */
function questions(simulator: Simulator): readonly number[] {
  return simulator
    .requests()
    .filter(({ call }) => call === 'getMeetingInfo')
    .map(({ at }) => at);
}

/** The most questions within any minute, both ends included. */
function mostInAMinute(times: readonly number[]): number {
  const counts = times.map(
    (from) => times.filter((at) => at >= from && at <= from + minute).length,
  );
  return Math.max(0, ...counts);
}

const sent = (simulator: Simulator, call: string) =>
  simulator.requests().filter((request) => request.call === call).length;

/** So many tools on one database, next to one server that goes by the same clock. */
async function toolsOn(address: string, many: number) {
  const clock = new ManualClock();
  const server = { secret: 'budget', profile: 'integration', seats: { connections: 50 } } as const;
  const simulator = await startSimulator({ ...server, clock });
  onTestFinished(() => simulator.close());
  const { endpoint, secret } = simulator;
  const usual = fetchTransport();
  const underWay = new Set<Promise<unknown>>();
  const transport: Transport = {
    send(request, signal) {
      const sending = usual.send(request, signal);
      underWay.add(sending);
      return sending.finally(() => underWay.delete(sending));
    },
  };
  const platform = await fakePlatform();
  const bbb = { endpoint, secret, dialect: 'integration', transport };
  const tools: TestTool[] = [];
  for (let number = 0; number < many; number += 1) {
    const storage = await openFor(address, clock);
    const tool = await testTool({ platform, storage, clock, bbb, seats: 50 });
    onTestFinished(() => tool.live.close());
    tools.push(tool);
  }
  /** Lets a moment pass, after which everybody does what is due. */
  async function pass(ms: number): Promise<void> {
    clock.advance(ms);
    simulator.advance(0);
    await Promise.all(tools.map(({ jobs }) => jobs.runDue()));
    await letPagesHear(...tools);
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }
  return { tools, simulator, pass };
}

/** What a teacher does who cannot leave the room alone. */
const acts: readonly ((teacher: Visitor) => Promise<{ readonly status: number }>)[] = [
  (teacher) => teacher.press(),
  (teacher) => teacher.api('GET', '/api/room'),
  (teacher) => teacher.api('POST', '/api/message', { text: 'Hello' }),
  (teacher) => teacher.press(),
  (teacher) => teacher.api('GET', '/api/settings'),
];
const endings: typeof acts = [...acts, (teacher) => teacher.api('POST', '/api/end')];

describeOnBoth(
  'a room that fifty wait for while its teacher acts and its time runs out',
  (kind) => {
    const many = kind.name === 'SQLite' ? 1 : 2;

    it('is asked for twelve times in any minute at most', { timeout: 180_000 }, async () => {
      const { tools, simulator, pass } = await toolsOn(await kind.newDatabase(), many);
      const [tool, other = tool] = tools;
      if (tool === undefined || other === undefined) throw new Error('there is no tool');
      const teacher = await visit(tool, 'teacher');
      const elsewhere = visitorWith(other, teacher.roomId, teacher.bearer);
      const settings = { maxParticipants: 10, durationMinutes: 15 };
      await saveSettings(tool.storage, teacher.roomId, settings);
      expect((await teacher.press()).status).toBe(303);
      // The teacher does not follow the way in: those who wait need a moderator.
      const meetingID = (await tool.storage.rooms.get(teacher.roomId))?.meetingID ?? '';
      simulator.act({ kind: 'join', meetingID, attendee: { fullName: 'Vera', userID: 'v' } });
      for (let passed = 0; passed < 16 * minute; passed += 10 * second) await pass(10 * second);

      const pages = [];
      for (let number = 0; number < 50; number += 1) {
        const at = tools[number % many] ?? tool;
        pages.push(await follow(at, await visit(at, 'student', { sub: `student ${number}` })));
      }
      const before = questions(simulator).length;
      const act = async (seconds: number, from: typeof acts) => {
        const deed = seconds % 3 === 0 ? from[(seconds / 3) % from.length] : undefined;
        const answer = await deed?.(seconds % 2 === 0 ? teacher : elsewhere);
        // Who writes into a meeting that is over is told so.
        expect([undefined, 200, 303, 404, 409, 429, 502]).toContain(answer?.status);
      };
      for (let seconds = 0; seconds < 300; seconds += 1) {
        await act(seconds, acts);
        await pass(second);
      }
      expect(sent(simulator, 'end')).toBe(1);
      for (let seconds = 0; seconds < 240; seconds += 1) {
        await act(seconds, endings);
        await pass(second);
      }
      expect(sent(simulator, 'end')).toBeGreaterThan(5);
      const creates = sent(simulator, 'create');
      for (let seconds = 0; seconds < 60; seconds += 1) await pass(second);
      expect(sent(simulator, 'create')).toBe(creates);
      expect(pages.every((page) => page.latest().entry?.kind === 'wait')).toBe(true);

      // Five seconds, or six once a minute: more often would be more than twelve times.
      expect((await teacher.press()).status).toBe(303);
      const tina = { fullName: 'Tina', userID: 't', role: 'MODERATOR' } as const;
      simulator.act({ kind: 'join', meetingID, attendee: tina });
      for (let seconds = 0; seconds < 6; seconds += 1) await pass(second);
      expect(pages.every((page) => page.latest().entry?.kind === 'join')).toBe(true);
      const asked = questions(simulator).slice(before);
      expect(asked.length).toBeGreaterThan(100);
      expect(mostInAMinute(questions(simulator))).toBe(12);
    });
  },
);

describe('looks that a client makes by itself after a lost answer', () => {
  it('count among the twelve of the minute', async () => {
    const clock = new ManualClock();
    const here = await classroom({ clock });
    const teacher = await visit(here.tool, 'teacher');
    const meetingID = await meetingIdOf(here, teacher);
    const fault = { kind: 'error-page', status: 502 } as const;
    here.simulator.nextAnswer({ call: 'end', times: 'always', fault });
    for (let ends = 0; ends < 14; ends += 1) {
      // The last one finds no question left, and whoever waits for it gives up.
      const patience = AbortSignal.timeout(1000);
      const end = here.tool.bbb.call('end', { meetingID }, { signal: patience });
      if (ends < 12) await end;
      else await expect(end).rejects.toMatchObject({ code: 'server_unavailable' });
    }
    expect(questions(here.simulator)).toHaveLength(12);
    clock.advance(minute + second);
    await here.tool.bbb.call('end', { meetingID });
    expect(questions(here.simulator)).toHaveLength(13);
  });
});
