import { randomBytes } from 'node:crypto';
import type { Activity, Course, LanguageCode, Person } from './school.ts';

/** Everything a launch is about; what a cookie session would know in a larger LMS. */
export interface LaunchIntent {
  person: Person;
  course: Course;
  activity: Activity;
  language: LanguageCode;
  target: 'iframe' | 'window';
}

export interface LaunchHints {
  /** Remembers an intent and returns its one-time `lti_message_hint`. */
  issue(intent: LaunchIntent): string;
  /** Returns the intent of a hint and forgets it; unknown, used or expired hints give undefined. */
  redeem(hint: string): LaunchIntent | undefined;
}

const LIFETIME_MS = 10 * 60_000;
const MOST_OPEN_HINTS = 1000;

/** Creates the store of open launches. Time comes from `now` (epoch milliseconds). */
export function createLaunchHints(now: () => number): LaunchHints {
  const open = new Map<string, { intent: LaunchIntent; expiresAt: number }>();
  return {
    issue(intent) {
      // The map keeps insertion order, so the first key is always the oldest hint.
      const oldest = open.keys().next();
      if (open.size >= MOST_OPEN_HINTS && oldest.done !== true) open.delete(oldest.value);
      const hint = randomBytes(32).toString('base64url');
      open.set(hint, { intent, expiresAt: now() + LIFETIME_MS });
      return hint;
    },
    redeem(hint) {
      const entry = open.get(hint);
      open.delete(hint);
      return entry !== undefined && entry.expiresAt > now() ? entry.intent : undefined;
    },
  };
}
