import { fetchTransport } from '@bluebridge/core';
import { startSimulator } from '@bluebridge/simulator';
import { expect, it, onTestFinished } from 'vitest';
import { minute, second } from '../src/clock.ts';
import { enterMeeting } from './kit/classroom.ts';
import { describeOnPostgres, openFor } from './kit/databases.ts';
import { fakePlatform } from './kit/fake-platform.ts';
import { follow, letPagesHear, passTime } from './kit/following.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { saveSettings } from './kit/save-settings.ts';
import { testTool } from './kit/test-tool.ts';
import { visit, visitorWith } from './kit/visitor.ts';

describeOnPostgres('two tools with pages of one room', (server) => {
  async function openTwo() {
    const simulator = await startSimulator({ secret: 'two-tools' });
    onTestFinished(() => simulator.close());
    const address = await server().newDatabase();
    const platform = await fakePlatform();
    const clock = new ManualClock();
    const { endpoint, secret } = simulator;
    const open = async () => {
      const storage = await openFor(address, clock);
      const bbb = { endpoint, secret, transport: fetchTransport() };
      const tool = await testTool({ platform, storage, clock, bbb });
      onTestFinished(() => tool.live.close());
      return tool;
    };
    const calls = (call: string) =>
      simulator.requests().filter((request) => request.call === call).length;
    return { one: await open(), other: await open(), calls };
  }

  it('ask twelve times a minute together, however many wait at each', async () => {
    const { one, other, calls } = await openTwo();
    const pages = [];
    for (let number = 0; number < 40; number += 1) {
      const tool = number % 2 === 0 ? one : other;
      pages.push(await follow(tool, await visit(tool, 'student', { sub: `student ${number}` })));
    }
    await letPagesHear(one, other);
    await passTime(minute - second, second / 2, one, other);
    expect(pages.every((page) => page.latest().entry?.kind === 'wait')).toBe(true);
    expect(calls('getMeetingInfo')).toBeLessThanOrEqual(12);
    expect(calls('getMeetingInfo')).toBeGreaterThan(9);
    expect(calls('create')).toBe(0);
  }, 120_000);

  it('tell each other at once of a meeting that one of them opened', async () => {
    const { one, other, calls } = await openTwo();
    const teacher = await visit(one, 'teacher');
    await saveSettings(one.storage, teacher.roomId, { waitForModerator: false });
    const student = await visit(other, 'student');
    const page = await follow(other, student);
    await expect.poll(() => page.latest()).toMatchObject({ entry: { kind: 'wait' } });
    const asked = calls('getMeetingInfo');
    await enterMeeting(await teacher.press());
    await expect.poll(() => page.latest()).toMatchObject({ entry: { kind: 'join' } });
    expect((await student.press()).headers.get('location')).toContain('role=VIEWER');
    expect(calls('getMeetingInfo')).toBe(asked);
    // The same session works at the other tool.
    const elsewhere = visitorWith(one, student.roomId, student.bearer);
    expect((await elsewhere.api('GET', '/api/room')).status).toBe(200);
  }, 120_000);

  it('go on when the one that asked dies in the middle of it', async () => {
    const { one, other, calls } = await openTwo();
    const student = await visit(other, 'student');
    const meetingID = (await one.storage.rooms.get(student.roomId))?.meetingID ?? '';
    expect(await one.storage.meetingWatches.claim(meetingID, undefined, one.clock.now())).toBe(
      true,
    );
    const page = await follow(other, student);
    await passTime(minute, second, other);
    expect(page.latest()).toMatchObject({ kind: 'known', entry: { kind: 'wait' } });
    expect(calls('getMeetingInfo')).toBeGreaterThan(0);
  }, 120_000);
});
