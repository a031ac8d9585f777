import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { workerTimers } from './worker-timers.ts';

/** A worker that never answers, as the one of a page whose policy forbids it. */
class ForbiddenWorker extends EventTarget {
  static made: ForbiddenWorker[] = [];
  sent: unknown[] = [];
  constructor() {
    super();
    ForbiddenWorker.made.push(this);
  }
  postMessage(message: unknown) {
    this.sent.push(message);
  }
  terminate() {}
}

describe('timers in a worker', () => {
  beforeEach(() => {
    ForbiddenWorker.made = [];
    vi.useFakeTimers();
    vi.stubGlobal('Worker', ForbiddenWorker);
    URL.createObjectURL = () => 'blob:source';
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('go over to the window with all that is pending when the worker is forbidden', () => {
    const timers = workerTimers();
    const done: string[] = [];
    timers.after(100, () => done.push('first'));
    timers.after(1000, () => done.push('second'));
    timers.after(1000, () => done.push('cancelled'))();
    vi.advanceTimersByTime(400);
    expect(done).toEqual([]);
    ForbiddenWorker.made[0]?.dispatchEvent(new Event('error', { cancelable: true }));
    vi.advanceTimersByTime(0);
    expect(done).toEqual(['first']);
    vi.advanceTimersByTime(599);
    expect(done).toEqual(['first']);
    vi.advanceTimersByTime(1);
    expect(done).toEqual(['first', 'second']);
    timers.after(50, () => done.push('later'));
    vi.advanceTimersByTime(50);
    expect(done).toEqual(['first', 'second', 'later']);
    expect(ForbiddenWorker.made[0]?.sent).toHaveLength(3);
  });

  it('are those of the window where there is no worker', () => {
    vi.stubGlobal('Worker', undefined);
    const run = vi.fn<() => void>();
    workerTimers().after(50, run);
    vi.advanceTimersByTime(50);
    expect(run).toHaveBeenCalledOnce();
  });
});
