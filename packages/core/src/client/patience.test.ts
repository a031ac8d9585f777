import { afterEach, describe, expect, it, vi } from 'vitest';
import { patience } from './patience.ts';

/** The limit that one request gets, in ms. */
function limitOf(...[name, timeouts]: Parameters<typeof patience>): number | undefined {
  const limit = vi.spyOn(AbortSignal, 'timeout');
  patience(name, timeouts, undefined);
  return limit.mock.lastCall?.[0];
}

describe('patience with a server', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(['getMeetings', 'getMeetingInfo', 'isMeetingRunning', 'getRecordings'] as const)(
    'lasts 8 s for %s',
    (name) => expect(limitOf(name, {}, undefined)).toBe(8_000),
  );

  it.each(['create', 'end', 'publishRecordings', 'hooks/create', 'join'] as const)(
    'lasts 45 s for %s',
    (name) => expect(limitOf(name, {}, undefined)).toBe(45_000),
  );

  it('is set for reads, for writes, and for single calls before both', () => {
    const timeouts = { read: 1, write: 2, calls: { getRecordings: 3, create: 4 } };
    expect(limitOf('getMeetings', timeouts, undefined)).toBe(1);
    expect(limitOf('end', timeouts, undefined)).toBe(2);
    expect(limitOf('getRecordings', timeouts, undefined)).toBe(3);
    expect(limitOf('create', timeouts, undefined)).toBe(4);
  });

  it('ends with the caller’s own', () => {
    const caller = new AbortController();
    const signal = patience('getMeetings', {}, caller.signal);
    expect(signal.aborted).toBe(false);
    caller.abort();
    expect(signal.aborted).toBe(true);
  });
});
