import { expect, it } from 'vitest';
import { hour, minute } from '../../src/clock.ts';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { ManualClock } from '../kit/manual-clock.ts';

const kinds = ['end'];

describeOnBoth('jobs', (kind) => {
  async function open() {
    const clock = new ManualClock();
    const { jobs } = await openFor(await kind.newDatabase(), clock);
    const add = (key: string, inMs = 0) =>
      jobs.add({ kind: 'end', key, dueAt: clock.now() + inMs, payload: `for ${key}` });
    const claim = (leaseMs = minute) => jobs.claim(kinds, leaseMs);
    const claimed = async () => {
      const job = await claim();
      if (!job) throw new Error('no job is due');
      return job;
    };
    return { clock, jobs, add, claim, claimed };
  }

  it('come when they are due, the longest due first, and only of the wanted kind', async () => {
    const { clock, jobs, add, claim } = await open();
    await add('later', minute);
    await add('sooner', 10);
    await jobs.add({ kind: 'other', key: 'sooner', dueAt: 0 });
    expect(await claim()).toBeUndefined();
    clock.advance(minute);
    expect(await claim()).toMatchObject({ key: 'sooner', payload: 'for sooner', attempt: 1 });
    expect(await claim()).toMatchObject({ key: 'later' });
    expect(await claim()).toBeUndefined();
  });

  it('are added once, even when they ended long ago', async () => {
    const { clock, jobs, add, claim, claimed } = await open();
    expect(await add('meeting')).toBe(true);
    expect(await add('meeting')).toBe(false);
    await jobs.complete(await claimed());
    clock.advance(24 * hour);
    expect(await add('meeting')).toBe(false);
    expect(await claim()).toBeUndefined();
    clock.advance(30 * 24 * hour);
    expect(await add('another')).toBe(true);
    expect(await add('meeting')).toBe(true);
  });

  it('move while nobody has begun them', async () => {
    const { clock, jobs, add, claim, claimed } = await open();
    await add('meeting', minute);
    const move = (dueAt: number) => jobs.move({ kind: 'end', key: 'meeting', dueAt });
    expect(await move(clock.now() + hour)).toBe(true);
    clock.advance(minute);
    expect(await claim()).toBeUndefined();
    clock.advance(hour);
    const job = await claimed();
    expect(await move(clock.now() + hour)).toBe(false);
    await jobs.complete(job);
    expect(await move(clock.now() + hour)).toBe(false);
  });

  it('go to somebody else when a lease ends, and are lost to the first', async () => {
    const { clock, jobs, add, claim, claimed } = await open();
    await add('meeting');
    const first = await claimed();
    clock.advance(minute - 1);
    expect(await jobs.renew(first, minute)).toBe(true);
    clock.advance(minute - 1);
    expect(await claim()).toBeUndefined();
    clock.advance(1);
    const second = await claimed();
    expect(second.attempt).toBe(2);
    expect(await jobs.renew(first, minute)).toBe(false);
    expect(await jobs.fail(first, clock.now())).toBe(false);
    expect(await jobs.complete(first)).toBe(false);
    expect(await jobs.complete(second)).toBe(true);
    expect(await jobs.complete(second)).toBe(false);
  });

  it('come again after a failure, until they fail for good', async () => {
    const { clock, jobs, add, claim, claimed } = await open();
    await add('meeting');
    expect(await jobs.fail(await claimed(), clock.now() + minute)).toBe(true);
    expect(await claim()).toBeUndefined();
    clock.advance(minute);
    const again = await claimed();
    expect(again.attempt).toBe(2);
    expect(await jobs.fail(again)).toBe(true);
    clock.advance(hour);
    expect(await claim()).toBeUndefined();
    expect(await add('meeting')).toBe(false);
  });

  it('are shared out among twenty who want one each', async () => {
    const { add, claim } = await open();
    for (let number = 0; number < 20; number += 1) await add(`${number}`);
    const claims = await Promise.all(Array.from({ length: 25 }, () => claim()));
    expect(new Set(claims.flatMap((job) => job?.key ?? [])).size).toBe(20);
  });
});
