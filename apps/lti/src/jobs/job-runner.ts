import { isBbbError } from '@bluebridge/core';
import { type Clock, minute, second } from '../clock.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Log } from '../log.ts';
import type { ClaimedJob, Jobs } from '../storage/jobs.ts';
import { StorageError } from '../storage/storage-error.ts';
import { isStanding } from './standing-jobs.ts';

/** Does one job; answers when to do it again, or that it is done. Must bear being done twice. */
export type JobHandler = (job: ClaimedJob) => Promise<'done' | { readonly retryAt: number }>;

export type JobHandlers = Readonly<Record<string, JobHandler>>;

interface Work {
  readonly jobs: Jobs;
  readonly handlers: JobHandlers;
  readonly clock: Clock;
  readonly log: Log;
}

export interface JobRunner {
  /** Does everything that is due now, and answers how many jobs that were. */
  runDue(): Promise<number>;
  /** Looks for due jobs again and again. */
  start(): void;
  /** Stops looking and waits for the jobs under way. */
  stop(): Promise<void>;
}

/** How long a job belongs to a process that may have died; one that lives renews it in time. */
const leaseMs = 2 * minute;
const renewEvery = leaseMs / 4;
const lookEvery = second;
/** A slow server must not hold up the jobs of all meetings. */
const atOnce = 4;
const mostAttempts = 20;
const shortestPause = 5 * second;
const longestPause = 10 * minute;

/** Creates what does the jobs that all processes on one database share. */
export function createJobRunner({ jobs, handlers, clock, log }: Work): JobRunner {
  const kinds = Object.keys(handlers);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let stopping = false;

  async function runOne(job: ClaimedJob): Promise<void> {
    const renewing = setInterval(() => {
      // When this fails too, the lease ends and somebody else does the job.
      jobs.renew(job, leaseMs).catch(() => {});
    }, renewEvery);
    try {
      const answer = (await handlers[job.kind]?.(job)) ?? 'done';
      const kept = await (answer === 'done'
        ? jobs.complete(job)
        : // Never due at once, or it would be done for ever.
          jobs.again(job, Math.max(answer.retryAt, clock.now() + 1)));
      if (!kept) log('warn', 'job_lost', { kind: job.kind });
    } catch (error) {
      await giveBack(job, codeOf(error));
    } finally {
      clearInterval(renewing);
    }
  }

  async function giveBack(job: ClaimedJob, code: string): Promise<void> {
    const { kind, attempt } = job;
    const isLast = attempt >= mostAttempts && !isStanding(kind);
    log(isLast ? 'error' : 'warn', isLast ? 'job_given_up' : 'job_failed', { kind, attempt, code });
    await jobs.fail(job, isLast ? undefined : clock.now() + pauseAfter(attempt));
  }

  async function runDue(): Promise<number> {
    if (kinds.length === 0) return 0;
    const ends = await Promise.allSettled(Array.from({ length: atOnce }, runUntilNoneIsDue));
    let done = 0;
    for (const end of ends) {
      if (end.status === 'rejected') throw end.reason;
      done += end.value;
    }
    return done;
  }

  async function runUntilNoneIsDue(): Promise<number> {
    for (let done = 0; ; done += 1) {
      const job = stopping ? undefined : await jobs.claim(kinds, leaseMs);
      if (job === undefined) return done;
      await runOne(job);
    }
  }

  async function look(): Promise<void> {
    try {
      await runDue();
    } catch (error) {
      log('warn', 'jobs_unreadable', { code: codeOf(error) });
    }
    if (!stopping) schedule();
  }

  function schedule(): void {
    timer = setTimeout(() => {
      running = look();
    }, lookEvery);
  }

  return {
    runDue,
    start() {
      schedule();
    },
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}

function pauseAfter(attempt: number): number {
  return Math.min(longestPause, shortestPause * 2 ** Math.min(attempt - 1, 10));
}

function codeOf(error: unknown): string {
  if (isBbbError(error) || error instanceof ToolError || error instanceof StorageError) {
    return error.code;
  }
  return 'internal';
}
