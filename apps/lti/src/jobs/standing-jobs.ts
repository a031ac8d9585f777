import type { Clock } from '../clock.ts';
import type { Jobs } from '../storage/jobs.ts';

/** Kinds of jobs of which there is always one: their handlers answer when to come again. */
const standingJobs = ['seats-sync', 'recordings-sync'] as const;

/** Tells whether a kind of job is never given up, because nobody would add it again. */
export function isStanding(kind: string): boolean {
  return standingJobs.some((standing) => standing === kind);
}

/** Makes sure that every standing job is there; it does not matter how many processes do so. */
export async function addStandingJobs(jobs: Jobs, clock: Clock): Promise<void> {
  for (const kind of standingJobs) await jobs.add({ kind, key: 'always', dueAt: clock.now() });
}
