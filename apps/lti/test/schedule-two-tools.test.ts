import { fetchTransport } from '@bluebridge/core';
import { startSimulator } from '@bluebridge/simulator';
import { expect, it, onTestFinished } from 'vitest';
import { minute } from '../src/clock.ts';
import { claim } from '../src/launch/claim-names.ts';
import { sendEnd } from '../src/schedule/send-end.ts';
import type { Storage } from '../src/storage/database.ts';
import { enterMeeting } from './kit/classroom.ts';
import { describeOnBoth, describeOnPostgres, openFor } from './kit/databases.ts';
import { fakePlatform } from './kit/fake-platform.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { passTime } from './kit/passing-time.ts';
import { saveSettings } from './kit/save-settings.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';
import { visit } from './kit/visitor.ts';

/** So many tools on one database, next to one account of a server. */
async function toolsOn(address: string, many: number, seats: number) {
  const clock = new ManualClock();
  const simulator = await startSimulator({
    secret: 'shared',
    profile: 'integration',
    seats: { connections: seats },
    clock,
  });
  onTestFinished(() => simulator.close());
  const { endpoint, secret } = simulator;
  const bbb = { endpoint, secret, dialect: 'integration', transport: fetchTransport() };
  const platform = await fakePlatform();
  const tools: TestTool[] = [];
  for (let number = 0; number < many; number += 1) {
    tools.push(
      await testTool({ platform, clock, seats, bbb, storage: await openFor(address, clock) }),
    );
  }
  const [tool] = tools;
  if (tool === undefined) throw new Error('at least one tool is wanted');
  const sent = (call: string) =>
    simulator
      .requests()
      .filter((request) => request.call === call)
      .map(({ query }) => new URLSearchParams(query).get('meetingID') ?? '');
  return { clock, simulator, tool, tools, sent };
}

const room = (tool: TestTool, name: string) =>
  visit(tool, 'teacher', { [claim.resourceLink]: { id: name, title: name } });

describeOnPostgres('two tools', (server) => {
  it('end each meeting once and warn each once', { timeout: 120_000 }, async () => {
    const { tool, tools, simulator, sent } = await toolsOn(await server().newDatabase(), 2, 500);
    const [, other = tool] = tools;
    for (let number = 0; number < 6; number += 1) {
      const teacher = await room(number % 2 === 0 ? tool : other, `room ${number}`);
      const settings = { maxParticipants: 10, durationMinutes: 15 + number };
      await saveSettings(tool.storage, teacher.roomId, settings);
      await enterMeeting(await teacher.press());
    }
    await passTime({ tool, simulator }, 30 * minute, [other]);
    const ends = sent('end');
    expect(new Set(ends).size).toBe(6);
    expect(ends).toHaveLength(6);
    const warnings = sent('sendChatMessage');
    expect(warnings).toHaveLength(12);
    expect(new Set(warnings).size).toBe(6);
    expect(simulator.state().meetings).toEqual([]);
    expect(await tool.storage.meetings.listOpen()).toEqual([]);
  });

  it('share an end that is due while one of them has died with it in its hands', async () => {
    const { tool, tools, simulator, sent, clock } = await toolsOn(
      await server().newDatabase(),
      2,
      100,
    );
    const [, other = tool] = tools;
    const teacher = await room(tool, 'maths');
    await enterMeeting(await teacher.press());
    await passTime({ tool, simulator }, 124 * minute);
    clock.advance(minute);
    // Somebody takes the job and never comes back.
    const taken = await tool.storage.jobs.claim(['meeting-end'], 2 * minute);
    expect(taken).toBeDefined();
    await other.jobs.runDue();
    expect(sent('end')).toHaveLength(0);
    await passTime({ tool: other, simulator }, 3 * minute);
    expect(sent('end')).toHaveLength(1);
    expect(simulator.state().meetings).toEqual([]);
  });
});

describeOnBoth('the end of a meeting', (kind) => {
  it('is sent once by two that both hold its job', async () => {
    const { tool, simulator, sent } = await toolsOn(await kind.newDatabase(), 1, 100);
    const teacher = await room(tool, 'maths');
    await enterMeeting(await teacher.press());
    await passTime({ tool, simulator }, 124 * minute);
    const [row] = await tool.storage.meetings.listOpen();
    if (!row) throw new Error('no meeting is open');
    const { bbb: client, infos, storage, clock, endPolicy: policy } = tool;
    const means = { client, infos, clock, policy, log: () => {}, afterEnd: async () => {} };
    const send = async (meetings: Storage['meetings']) => {
      const meeting = await storage.meetings.get(row.id);
      if (meeting) await sendEnd({ ...means, storage: { ...storage, meetings } }, meeting, 1);
    };
    // Between the look of the one and its word that it ends the meeting, the other does it all.
    const overtaken: Storage['meetings'] = {
      ...storage.meetings,
      async change(meeting, changes) {
        if (changes.ends !== undefined && sent('end').length === 0) await send(storage.meetings);
        return storage.meetings.change(meeting, changes);
      },
    };
    await send(overtaken);
    expect(sent('end')).toHaveLength(1);
  });
});

describeOnBoth('the last seats', (kind) => {
  it('go to one of four who want them at once, and the server is not even asked', async () => {
    const { tools, tool, simulator, sent } = await toolsOn(await kind.newDatabase(), 2, 30);
    const [, other = tool] = tools;
    const teachers = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      teachers.push(await room(teachers.length % 2 === 0 ? tool : other, name));
    }
    const answers = await Promise.all(teachers.map((teacher) => teacher.press()));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      303, 403, 403, 403,
    ]);
    expect(sent('create')).toHaveLength(1);
    expect(simulator.state().seats).toMatchObject({ held: 20, free: 10 });
    expect(await tool.storage.meetings.listOpen()).toHaveLength(1);
  });

  it('go to as many as fit, however they crowd', async () => {
    const { tools, tool, simulator, sent } = await toolsOn(await kind.newDatabase(), 2, 100);
    const teachers = [];
    for (let number = 0; number < 12; number += 1) {
      teachers.push(await room(tools[number % 2] ?? tool, `room ${number}`));
    }
    const answers = await Promise.all(teachers.map((teacher) => teacher.press()));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(5);
    expect(sent('create')).toHaveLength(5);
    expect(simulator.state().seats).toMatchObject({ held: 100, free: 0 });
  });
});
