import { fetchTransport } from '@bluebridge/core';
import { startSimulator } from '@bluebridge/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hour, minute, second } from '../src/clock.ts';
import { addStandingJobs } from '../src/jobs/standing-jobs.ts';
import { claim } from '../src/launch/claim-names.ts';
import { classroom, enterMeeting, meetingIdOf } from './kit/classroom.ts';
import { describeOnPostgres, openFor } from './kit/databases.ts';
import { fakePlatform } from './kit/fake-platform.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { archive, changeRecording, timesAsked } from './kit/recordings.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';
import { recordingsOf, roomOf, visit } from './kit/visitor.ts';

/** Does the jobs that are due, as a process does that has started. */
async function work({ storage, clock, jobs }: TestTool): Promise<void> {
  await addStandingJobs(storage.jobs, clock);
  await jobs.runDue();
}

describe('the recordings job', () => {
  it('finds a recording without anybody looking', async () => {
    const clock = new ManualClock();
    const { tool, simulator } = await classroom({ clock });
    const teacher = await visit(tool, 'teacher');
    const tab = await enterMeeting(await teacher.press());
    await tab.act('recording', { on: true });
    clock.advance(10 * second);
    await roomOf(teacher);
    clock.advance(5 * minute);
    await tab.act('end');
    clock.advance(10 * second);
    await roomOf(teacher);
    for (let looks = 0; looks < 12; looks += 1) {
      clock.advance(20 * second);
      simulator.advance(0);
      await work(tool);
    }
    expect(await tool.storage.recordings.listOf(teacher.roomId)).toMatchObject([
      { state: 'published', facts: { name: 'Weekly lecture room' } },
    ]);
  });

  it('asks about many rooms at once, and seldom when nothing is to be expected', async () => {
    const here = await archive([]);
    const { tool, simulator } = here;
    for (let link = 0; link < 30; link += 1) {
      const resource = { [claim.resourceLink]: { id: `link ${link}`, title: `Room ${link}` } };
      const teacher = await visit(tool, 'teacher', resource);
      const meetingID = await meetingIdOf(here, teacher);
      await simulator.seed({ recordings: [{ meetingID, name: 'Lecture' }] });
      await tool.storage.recordingLists.begin(teacher.roomId);
      await tool.storage.recordingLists.hasten(teacher.roomId, tool.clock.now());
    }
    await work(tool);
    expect(timesAsked(here)).toBe(2);
    for (let looks = 0; looks < 12; looks += 1) {
      tool.clock.advance(25 * minute);
      await work(tool);
    }
    expect(timesAsked(here)).toBe(2);
    tool.clock.advance(2 * hour);
    await work(tool);
    expect(timesAsked(here)).toBe(4);
  });

  it('leaves a server in trouble alone for longer and longer, and comes back', async () => {
    const here = await archive();
    const { tool, simulator, teacher } = here;
    await recordingsOf(teacher);
    const fault = { kind: 'refusal', key: 'maintenance' } as const;
    simulator.nextAnswer({ call: 'getRecordings', times: 'always', fault });
    await tool.storage.recordingLists.hasten(teacher.roomId, tool.clock.now());
    const before = timesAsked(here);
    for (let looks = 0; looks < 240; looks += 1) {
      await work(tool);
      tool.clock.advance(15 * second);
    }
    expect(timesAsked(here) - before).toBeLessThanOrEqual(8);
    const again = await visit(tool, 'teacher');
    expect(await recordingsOf(again)).toMatchObject({ recordings: [{ name: 'Lecture' }] });
    simulator.clearFaults();
    tool.clock.advance(30 * minute);
    await work(tool);
    expect(await recordingsOf(await visit(tool, 'teacher'))).toMatchObject({ problem: null });
  });

  it('shows what the server does not list any more as missing, and forgets it after a day', async () => {
    const { tool, simulator, teacher, student } = await archive();
    await recordingsOf(teacher);
    const fault = { kind: 'hollow-success' } as const;
    simulator.nextAnswer({ call: 'getRecordings', times: 'always', fault });
    tool.clock.advance(16 * minute);
    expect((await recordingsOf(teacher)).recordings).toMatchObject([
      { state: 'missing', since: tool.clock.now(), formats: [], actions: ['teachers'] },
    ]);
    expect((await recordingsOf(student)).recordings).toEqual([]);
    tool.clock.advance(25 * hour);
    await work(tool);
    expect(await tool.storage.recordings.listOf(teacher.roomId)).toEqual([]);
  });

  it('learns what somebody else changed on the server', async () => {
    const here = await archive();
    await recordingsOf(here.teacher);
    const [recordID = ''] = here.recordIDs;
    await here.server.call('publishRecordings', { recordID: [recordID], publish: false });
    here.tool.clock.advance(7 * hour);
    await work(here.tool);
    expect(await here.tool.storage.recordings.get(here.teacher.roomId, recordID)).toMatchObject({
      state: 'unpublished',
    });
  });
});

describe('the server', () => {
  it('is told where to say that a recording is ready, where it can reach us', async () => {
    const clock = new ManualClock();
    const { tool, simulator } = await classroom({ clock, tool: { callbacks: 'yes' } });
    const teacher = await visit(tool, 'teacher');
    const tab = await enterMeeting(await teacher.press());
    await tab.act('recording', { on: true });
    clock.advance(minute);
    await tab.act('end');
    clock.advance(3 * minute);
    simulator.advance(0);
    await simulator.idle();
    const [delivery] = simulator.deliveries().filter(({ kind }) => kind === 'recording-ready');
    expect(delivery?.url).toBe('https://rooms.example/callbacks/recordings/ready');
  });

  it('is given no address where callbacks are off', async () => {
    const { tool, simulator } = await classroom();
    await enterMeeting(await (await visit(tool, 'teacher')).press());
    const created = simulator.requests().find(({ call }) => call === 'create');
    expect(created?.query).not.toContain('recording-ready');
  });
});

describeOnPostgres('two tools on one database', (server) => {
  async function openTwo() {
    const simulator = await startSimulator({ secret: 'classroom' });
    onTestFinished(() => simulator.close());
    const address = await server().newDatabase();
    const platform = await fakePlatform();
    const { endpoint, secret } = simulator;
    const bbb = { endpoint, secret, transport: fetchTransport() };
    const clock = new ManualClock();
    const open = async () =>
      testTool({ platform, clock, bbb, storage: await openFor(address, clock) });
    const tools = [await open(), await open()] as const;
    const teacher = await visit(tools[0], 'teacher');
    const room = await tools[0].storage.rooms.get(teacher.roomId);
    const recording = { meetingID: room?.meetingID ?? '', name: 'Lecture' };
    const { recordings } = await simulator.seed({ recordings: [recording] });
    return { simulator, tools, teacher, recordID: recordings[0]?.recordID ?? '', clock };
  }

  it('ask the server about a room once', async () => {
    const { simulator, tools, teacher, clock } = await openTwo();
    const requests = () =>
      timesAsked({ calls: () => simulator.requests().map(({ call }) => call) });
    const { recordingLists } = tools[0].storage;
    await recordingLists.begin(teacher.roomId);
    await recordingLists.hasten(teacher.roomId, clock.now());
    await Promise.all([...tools, ...tools].map(work));
    expect(requests()).toBe(1);
    clock.advance(16 * minute);
    const looks = tools.flatMap((tool) =>
      Array.from({ length: 5 }, async () =>
        tool.app.request('/api/recordings', {
          headers: { authorization: `Bearer ${teacher.bearer}` },
        }),
      ),
    );
    const statuses = (await Promise.all(looks)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(requests()).toBe(2);
  });

  it('know of a change that the other one made', async () => {
    const { tools, teacher, recordID } = await openTwo();
    await recordingsOf(teacher);
    const [one, other] = tools;
    const change = { recordID, action: 'delete' };
    expect((await changeRecording({ tool: other }, teacher, change)).body.outcome).toBe('done');
    expect(await one.storage.recordings.listOf(teacher.roomId)).toEqual([]);
  });
});
