import { expect, it } from 'vitest';
import { minute } from '../../src/clock.ts';
import { mostNotices, noticesRememberedFor } from '../../src/storage/course-origins.ts';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { withPlatform } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

describeOnBoth('origins of courses', (kind) => {
  async function copied() {
    const clock = new ManualClock();
    const { courseOrigins, ...storage } = await openFor(await kind.newDatabase(), clock);
    const platformId = await withPlatform({ courseOrigins, ...storage });
    return { clock, courseOrigins, here: { platformId, deploymentId: '1', contextId: '3' } };
  }

  it('are kept once each, newest first, for this course of this tenant', async () => {
    const { clock, courseOrigins, here } = await copied();
    await courseOrigins.note(here, ['1']);
    clock.advance(minute);
    await courseOrigins.note(here, ['2', '1', '3', '2']);
    // A course is no copy of itself.
    expect(await courseOrigins.of(here)).toEqual(['2', '1']);
    expect(await courseOrigins.of({ ...here, deploymentId: '2' })).toEqual([]);
    expect(await courseOrigins.of({ ...here, contextId: '2' })).toEqual([]);
  });

  it('are no more than twenty', async () => {
    const { courseOrigins, here } = await copied();
    const many = (from: number) => Array.from({ length: 15 }, (_, index) => `c${from + index}`);
    await courseOrigins.note(here, many(0));
    await courseOrigins.note(here, many(100));
    await courseOrigins.note(here, many(200));
    expect(await courseOrigins.of(here)).toHaveLength(20);
  });

  it('come by notices that are taken once, also by many at once', async () => {
    const { courseOrigins, here } = await copied();
    const take = () => courseOrigins.take(here.platformId, 'n');
    const taken = await Promise.all([take(), take(), take()]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('are kept together with their notice: neither without the other', async () => {
    const { courseOrigins, here } = await copied();
    const take = (originId: unknown) =>
      courseOrigins.take(here.platformId, 'n', { copy: here, originIds: [originId as string] });
    // What no column takes stands for a process that dies in between.
    await expect(take(null)).rejects.toThrow(/null/i);
    expect(await take('2')).toBe(true);
    expect(await take('4')).toBe(false);
    expect(await courseOrigins.of(here)).toEqual(['2']);
  });

  it('come by a thousand notices at most, until they are forgotten', async () => {
    const { clock, courseOrigins, here } = await copied();
    for (let number = 0; number < mostNotices; number += 1) {
      await courseOrigins.take(here.platformId, `n${number}`);
    }
    expect(await courseOrigins.take(here.platformId, 'more')).toBe(false);
    clock.advance(noticesRememberedFor);
    expect(await courseOrigins.take(here.platformId, 'more')).toBe(true);
  });
});
