import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Log } from '../log.ts';
import { mostTraces, type StoredLaunchTrace } from '../storage/launch-traces.ts';
import { StorageError } from '../storage/storage-error.ts';
import { createLaunchMemory } from './launch-memory.ts';
import { LaunchTrace } from './launch-trace.ts';

type Written = readonly [platformId: string | undefined, traces: readonly StoredLaunchTrace[]];

function remembering(fails = false) {
  const writes: Written[] = [];
  const log = vi.fn<Log>();
  const memory = createLaunchMemory({
    clock: { now: () => 5 },
    log,
    traces: {
      async add(platformId, traces) {
        if (fails) throw new StorageError('database_unreachable', 'it is away');
        writes.push([platformId, traces]);
      },
      last: (platformId) =>
        Promise.resolve(writes.filter(([id]) => id === platformId).flatMap(([, all]) => all)),
    },
  });
  const note = (platformId: string | undefined, outcome: string) => {
    const trace = new LaunchTrace();
    trace.platformId = platformId;
    memory.note(trace, outcome);
  };
  return { memory, note, writes, log };
}

describe('the memory of launches', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('writes those of a second together, by platform', async () => {
    const { note, writes } = remembering();
    note('a', 'accepted');
    note('b', 'accepted');
    note('a', 'nonce_wrong');
    await vi.advanceTimersByTimeAsync(999);
    expect(writes).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(writes.map(([id, { length }]) => [id, length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    note('a', 'accepted');
    await vi.advanceTimersByTimeAsync(1000);
    expect(writes).toHaveLength(3);
  });

  it('keeps the newest of a flood', async () => {
    const { memory, note, writes } = remembering();
    for (let number = 0; number < 1000; number += 1) note(undefined, `o${number}`);
    await memory.flush();
    expect(writes).toHaveLength(1);
    expect(writes[0]?.[1]).toHaveLength(mostTraces);
    expect(writes[0]?.[1].at(-1)?.outcome).toBe('o999');
  });

  it('writes before it reads', async () => {
    const { memory, note } = remembering();
    note('a', 'accepted');
    expect(await memory.last('a')).toMatchObject([{ outcome: 'accepted', at: 5 }]);
    expect(await memory.last('b')).toEqual([]);
  });

  it('says how many were lost while the database is away, and goes on', async () => {
    const { memory, note, log } = remembering(true);
    note('a', 'accepted');
    await memory.flush();
    expect(log).toHaveBeenCalledWith('warn', 'launch_traces_lost', {
      error: 'database_unreachable',
      count: 1,
    });
  });
});
