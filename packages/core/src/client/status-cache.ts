import type { CallName } from '../catalogue/types.ts';
import type { Outcome } from './send-call.ts';

/** Calls that many people in front of a closed door ask at once. */
const statusCalls: ReadonlySet<CallName> = new Set([
  'isMeetingRunning',
  'getMeetingInfo',
  'getMeetings',
]);

const maxEntries = 1_000;

/** Answers about meetings, kept for a moment. */
export interface StatusCache {
  find(key: string): Outcome<unknown> | undefined;
  /** Keeps a reply, or the answer that there is no such meeting; other failures are not kept. */
  keep(name: CallName, key: string, outcome: Outcome<unknown>, begun: number): void;
  /** Forgets everything, and what is still on its way. */
  forget(): void;
  /** The number to hand to `keep`; `forget` changes it. */
  readonly begun: number;
}

/** Makes an empty cache; 0 ms keeps nothing. */
export function statusCache(maxAgeMs: number, now: () => number): StatusCache {
  const entries = new Map<string, { readonly outcome: Outcome<unknown>; readonly until: number }>();
  let begun = 0;

  return {
    get begun() {
      return begun;
    },
    find(key) {
      const entry = entries.get(key);
      return entry !== undefined && now() < entry.until ? entry.outcome : undefined;
    },
    keep(name, key, outcome, since) {
      const isAnswer = outcome.ok || outcome.failure.code === 'meeting_not_found';
      if (maxAgeMs <= 0 || since !== begun || !isAnswer || !statusCalls.has(name)) return;
      entries.delete(key);
      // Entries stand in the order of their age.
      for (const [oldest, { until }] of entries) {
        if (now() < until && entries.size < maxEntries) break;
        entries.delete(oldest);
      }
      entries.set(key, { outcome, until: now() + maxAgeMs });
    },
    forget() {
      begun++;
      entries.clear();
    },
  };
}
