import { BbbError } from '@bluebridge/core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { minute, second } from '../src/clock.ts';
import { createJobRunner, type JobHandlers } from '../src/jobs/job-runner.ts';
import { addStandingJobs } from '../src/jobs/standing-jobs.ts';
import type { LogFields } from '../src/log.ts';
import { openStorage } from '../src/storage/database.ts';
import { ManualClock } from './kit/manual-clock.ts';

async function runner(handlers: JobHandlers) {
  const clock = new ManualClock();
  const storage = await openStorage(':memory:', clock);
  onTestFinished(() => storage.close());
  const log: (LogFields & { event: string })[] = [];
  const { jobs } = storage;
  const write = (_level: string, event: string, fields?: LogFields) =>
    void log.push({ event, ...fields });
  const make = () => createJobRunner({ jobs, handlers, clock, log: write });
  const add = (key: string, inMs = 0) => jobs.add({ kind: 'work', key, dueAt: clock.now() + inMs });
  return { clock, jobs, log, add, make, runner: make() };
}

const refusing = () => Promise.reject(new BbbError('unreachable', 'nobody is there'));

describe('the job runner', () => {
  it('does what is due, once, and leaves the rest', async () => {
    const did: string[] = [];
    const { runner: jobs, add } = await runner({
      work: async ({ key }) => {
        did.push(key);
        return 'done';
      },
    });
    for (const key of ['a', 'b', 'c']) await add(key);
    await add('later', minute);
    expect(await jobs.runDue()).toBe(3);
    expect(await jobs.runDue()).toBe(0);
    expect(did.toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('does not claim jobs of kinds that nobody handles', async () => {
    const { runner: jobs, add, jobs: store } = await runner({ other: async () => 'done' });
    await add('a');
    expect(await jobs.runDue()).toBe(0);
    expect(await store.claim(['work'], minute)).toMatchObject({ attempt: 1 });
  });

  it('is never stuck behind one slow job', async () => {
    let finish = (): void => {};
    const slow = new Promise<void>((resolve) => (finish = resolve));
    const did: string[] = [];
    const { runner: jobs, add } = await runner({
      work: async ({ key }) => {
        if (key === 'slow') await slow;
        did.push(key);
        if (did.length === 5) finish();
        return 'done';
      },
    });
    await add('slow');
    for (const key of ['1', '2', '3', '4', '5']) await add(key);
    expect(await jobs.runDue()).toBe(6);
    expect(did.at(-1)).toBe('slow');
  });

  it('comes again when a handler says so, however often, and failures before do not count', async () => {
    let times = 0;
    const {
      clock,
      runner: jobs,
      add,
      log,
    } = await runner({
      work: async () => {
        times += 1;
        if (times % 20 === 0) return refusing();
        return { retryAt: clock.now() + minute };
      },
    });
    await add('standing');
    for (let round = 0; round < 60; round += 1) {
      expect(await jobs.runDue()).toBe(1);
      clock.advance(10 * minute);
    }
    expect(log.map(({ event }) => event)).toEqual(['job_failed', 'job_failed', 'job_failed']);
    expect(log.at(-1)).toMatchObject({ kind: 'work', attempt: 1, code: 'unreachable' });
  });

  it('does not run a job for ever that is due again at once', async () => {
    const {
      clock,
      runner: jobs,
      add,
    } = await runner({
      work: async () => ({ retryAt: clock.now() }),
    });
    await add('eager');
    expect(await jobs.runDue()).toBe(1);
  });

  it('pauses longer after each failure and gives up after twenty', async () => {
    const { clock, runner: jobs, add, log } = await runner({ work: refusing });
    await add('hopeless');
    expect(await jobs.runDue()).toBe(1);
    clock.advance(5 * second - 1);
    expect(await jobs.runDue()).toBe(0);
    clock.advance(1);
    expect(await jobs.runDue()).toBe(1);
    clock.advance(10 * second - 1);
    expect(await jobs.runDue()).toBe(0);
    for (let tries = 2; tries < 20; tries += 1) {
      clock.advance(10 * minute);
      expect(await jobs.runDue()).toBe(1);
    }
    clock.advance(24 * 60 * minute);
    expect(await jobs.runDue()).toBe(0);
    expect(log.at(-1)).toMatchObject({ event: 'job_given_up', attempt: 20 });
  });

  it('never gives up a standing job', async () => {
    const { clock, runner: jobs, jobs: store, log } = await runner({ 'seats-sync': refusing });
    await addStandingJobs(store, clock);
    await addStandingJobs(store, clock);
    for (let tries = 0; tries < 30; tries += 1) {
      expect(await jobs.runDue()).toBe(1);
      clock.advance(10 * minute);
    }
    expect(log.every(({ event }) => event === 'job_failed')).toBe(true);
  });

  it('says nothing of an error but its code', async () => {
    const {
      runner: jobs,
      add,
      log,
    } = await runner({
      work: () => Promise.reject(new Error('https://bbb.example/?checksum=abc')),
    });
    await add('a');
    await jobs.runDue();
    expect(log).toEqual([{ event: 'job_failed', kind: 'work', attempt: 1, code: 'internal' }]);
  });

  it('comes back to a job that was hastened while it was under way', async () => {
    let times = 0;
    const {
      clock,
      runner: jobs,
      add,
      jobs: store,
    } = await runner({
      work: async ({ key }) => {
        times += 1;
        if (times === 1) {
          await store.hasten({ kind: 'work', key, dueAt: clock.now() + second });
        }
        return { retryAt: clock.now() + 60 * minute };
      },
    });
    await add('meeting');
    expect(await jobs.runDue()).toBe(1);
    expect(await jobs.runDue()).toBe(0);
    clock.advance(second);
    expect(await jobs.runDue()).toBe(1);
    clock.advance(minute);
    expect(await jobs.runDue()).toBe(0);
    await store.hasten({ kind: 'work', key: 'meeting', dueAt: clock.now() });
    expect(await jobs.runDue()).toBe(1);
  });

  it('keeps a long job from other processes by renewing its lease', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let finish = (): void => {};
    const long = new Promise<void>((resolve) => (finish = resolve));
    let times = 0;
    const { clock, make, add, log } = await runner({
      work: async () => {
        times += 1;
        await long;
        return 'done';
      },
    });
    await add('long');
    const first = make().runDue();
    for (let passed = 0; passed < 10; passed += 1) {
      clock.advance(30 * second);
      await vi.advanceTimersByTimeAsync(30 * second);
    }
    expect(await make().runDue()).toBe(0);
    finish();
    expect(await first).toBe(1);
    expect(times).toBe(1);
    expect(log).toEqual([]);
  });

  it('waits for the job under way when it stops, and takes no other', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let finish = (): void => {};
    const long = new Promise<void>((resolve) => (finish = resolve));
    const did: string[] = [];
    const { runner: jobs, add } = await runner({
      work: async ({ key }) => {
        await long;
        did.push(key);
        return 'done';
      },
    });
    for (const key of ['1', '2', '3', '4', '5']) await add(key);
    jobs.start();
    await vi.advanceTimersByTimeAsync(2 * second);
    let stopped = false;
    const stopping = jobs.stop().then(() => (stopped = true));
    await vi.advanceTimersByTimeAsync(second);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(did.toSorted()).toEqual(['1', '2', '3', '4']);
  });
});
