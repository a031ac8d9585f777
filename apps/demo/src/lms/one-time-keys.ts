import { randomBytes } from 'node:crypto';

/** Remembers values under keys nobody can guess, each good for one use. */
export interface OneTimeKeys<Value> {
  /** Remembers a value and returns its key. */
  issue(value: Value): string;
  /** Returns the value of a key and forgets it; unknown, used or expired keys give undefined. */
  redeem(key: string): Value | undefined;
}

const MOST_OPEN_KEYS = 1000;

/** Creates the store of open keys. Time comes from `now`; both times are in milliseconds. */
export function createOneTimeKeys<Value>(
  now: () => number,
  lifetimeMs: number,
): OneTimeKeys<Value> {
  const open = new Map<string, { value: Value; expiresAt: number }>();
  return {
    issue(value) {
      // The map keeps insertion order, so the first key is always the oldest one.
      const oldest = open.keys().next();
      if (open.size >= MOST_OPEN_KEYS && oldest.done !== true) open.delete(oldest.value);
      const key = randomBytes(32).toString('base64url');
      open.set(key, { value, expiresAt: now() + lifetimeMs });
      return key;
    },
    redeem(key) {
      const entry = open.get(key);
      open.delete(key);
      return entry !== undefined && entry.expiresAt > now() ? entry.value : undefined;
    },
  };
}
