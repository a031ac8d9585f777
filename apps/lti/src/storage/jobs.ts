import type { Kysely, SelectQueryBuilder } from 'kysely';
import { type Clock, hour } from '../clock.ts';
import { newId } from '../tokens.ts';
import type { Engine } from './engines/engine.ts';
import type { JobRow } from './rows/jobs.ts';
import type { Schema } from './schema.ts';

/** Work that is due at some time: one kind and key is done once. */
export interface NewJob {
  readonly kind: string;
  /** Names the work within its kind, such as a meeting and its planned end. */
  readonly key: string;
  readonly dueAt: number;
  readonly payload?: string;
}

/** A job in the hands of one process, until its lease ends. */
export interface ClaimedJob extends Required<NewJob> {
  readonly id: string;
  /** Which try this is since it last went well, from 1. */
  readonly attempt: number;
  /** Proves to the store that the job is still ours. */
  readonly lease: string;
}

export interface Jobs {
  /** Adds a job. Answers false when it is there already, even when it was done long ago. */
  add(job: NewJob): Promise<boolean>;
  /** Moves a job that nobody has begun or ended. Answers false when there is none. */
  move(job: Pick<NewJob, 'kind' | 'key' | 'dueAt'>): Promise<boolean>;
  /**
   * Makes a job due earlier, even one that somebody works on: then it comes again soon after.
   * Answers false when there is none, or it ended.
   */
  hasten(job: Pick<NewJob, 'kind' | 'key' | 'dueAt'>): Promise<boolean>;
  /**
   * Takes the job of these kinds that is longest due, and keeps it from others until the lease
   * ends; then somebody else may try.
   */
  claim(kinds: readonly string[], leaseMs: number): Promise<ClaimedJob | undefined>;
  /** Keeps a job longer. Answers false when it was lost to somebody else. */
  renew(job: ClaimedJob, leaseMs: number): Promise<boolean>;
  /** Ends a job well. Of all who held it, exactly one is answered true. */
  complete(job: ClaimedJob): Promise<boolean>;
  /** Gives a job back that went well and is due again. Answers false when it was lost. */
  again(job: ClaimedJob, dueAt: number): Promise<boolean>;
  /** Gives a job back until `retryAt`, or ends it for good. Answers false when it was lost. */
  fail(job: ClaimedJob, retryAt?: number): Promise<boolean>;
}

/** How long an ended job is remembered, so that it is not done again. */
const rememberedFor = 30 * 24 * hour;

/** Gives the jobs that all processes on one database share. Their clocks must agree to a second. */
export function jobsIn({ db, locksRows }: Engine, clock: Clock): Jobs {
  const update = async (job: ClaimedJob, changes: Partial<JobRow>): Promise<boolean> => {
    const changed = await db
      .updateTable('jobs')
      .set(changes)
      .where('id', '=', job.id)
      .where('lease', '=', job.lease)
      .returning('id')
      .executeTakeFirst();
    return changed !== undefined;
  };
  const end = (job: ClaimedJob, outcome: 'completed' | 'failed') =>
    update(job, { outcome, ended_at: clock.now(), lease: null, lease_until: null });

  return {
    async add(job) {
      await forget(db, clock.now() - rememberedFor);
      return addJob(db, job);
    },

    async move({ kind, key, dueAt }) {
      const moved = await db
        .updateTable('jobs')
        .set({ due_at: dueAt })
        .where('kind', '=', kind)
        .where('key', '=', key)
        .where('ended_at', 'is', null)
        .where('lease', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return moved !== undefined;
    },

    async hasten({ kind, key, dueAt }) {
      const hastened = await db
        .updateTable('jobs')
        .set((job) => ({
          // What somebody works on was due in the past; `again` compares with that.
          due_at: job
            .case()
            .when(job.or([job('lease', 'is not', null), job('due_at', '>', dueAt)]))
            .then(dueAt)
            .else(job.ref('due_at'))
            .end(),
        }))
        .where('kind', '=', kind)
        .where('key', '=', key)
        .where('ended_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return hastened !== undefined;
    },

    async claim(kinds, leaseMs) {
      const now = clock.now();
      const due = db
        .selectFrom('jobs')
        .select('id')
        .where('kind', 'in', kinds)
        .where('ended_at', 'is', null)
        .where('due_at', '<=', now)
        .where((job) => job.or([job('lease', 'is', null), job('lease_until', '<=', now)]))
        .orderBy('due_at')
        .limit(1)
        .$if(locksRows, skippingLocked);
      const row = await db
        .updateTable('jobs')
        .set((job) => ({
          lease: newId(),
          lease_until: now + leaseMs,
          attempts: job('attempts', '+', 1),
        }))
        .where('id', '=', due)
        .returningAll()
        .executeTakeFirst();
      return row && jobFrom(row);
    },

    renew: (job, leaseMs) => update(job, { lease_until: clock.now() + leaseMs }),
    complete: (job) => end(job, 'completed'),
    async again(job, dueAt) {
      const changed = await db
        .updateTable('jobs')
        .set((row) => ({
          // Somebody may have hastened it meanwhile.
          due_at: row
            .case()
            .when(row.and([row('due_at', '!=', job.dueAt), row('due_at', '<', dueAt)]))
            .then(row.ref('due_at'))
            .else(dueAt)
            .end(),
          attempts: 0,
          lease: null,
          lease_until: null,
        }))
        .where('id', '=', job.id)
        .where('lease', '=', job.lease)
        .returning('id')
        .executeTakeFirst();
      return changed !== undefined;
    },
    fail: (job, retryAt) =>
      retryAt === undefined
        ? end(job, 'failed')
        : update(job, { due_at: retryAt, lease: null, lease_until: null }),
  };
}

/** Adds a job within a transaction; answers false when it is there already. */
export async function addJob(
  step: Kysely<Schema>,
  { kind, key, dueAt, payload = '' }: NewJob,
): Promise<boolean> {
  const added = await step
    .insertInto('jobs')
    .values({ id: newId(), kind, key, payload, due_at: dueAt, attempts: 0 })
    .onConflict((clash) => clash.columns(['kind', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

function skippingLocked<T>(query: SelectQueryBuilder<Schema, 'jobs', T>) {
  return query.forUpdate().skipLocked();
}

async function forget(db: Kysely<Schema>, before: number): Promise<void> {
  await db.deleteFrom('jobs').where('ended_at', '<', before).execute();
}

function jobFrom({ id, kind, key, payload, due_at, attempts, lease }: JobRow): ClaimedJob {
  return { id, kind, key, payload, dueAt: due_at, attempt: attempts, lease: lease ?? '' };
}
