import type { Kysely } from 'kysely';
import { type Clock, minute } from '../clock.ts';
import { newId } from '../tokens.ts';
import type { Schema } from './schema.ts';
import { absoluteLifetime, idleLifetime } from './sessions.ts';

/** How many rows are alive. */
export interface Counts {
  readonly sessions: number;
  readonly tickets: number;
  readonly logins: number;
}

/** What an administrator wants to know at a glance. */
export interface Totals {
  readonly platforms: number;
  readonly rooms: number;
  /** Jobs that should have been done minutes ago. */
  readonly overdueJobs: number;
  /** Jobs that were given up and are still remembered. */
  readonly failedJobs: number;
}

export interface Census {
  /** Counts what is alive. */
  count(): Promise<Counts>;
  /** Counts what there is and what should be looked at. */
  totals(): Promise<Totals>;
  /** Writes a row and takes it out again, to see whether that works. */
  tryWriting(): Promise<void>;
}

/** Gives what is known about the database as a whole. */
export function censusIn(db: Kysely<Schema>, clock: Clock): Census {
  return {
    async count() {
      const now = clock.now();
      const all = db.fn.countAll<number>().as('n');
      const counts = await db
        .selectNoFrom((row) => [
          row
            .selectFrom('sessions')
            .where('last_used_at', '>', now - idleLifetime)
            .where('created_at', '>', now - absoluteLifetime)
            .select(all)
            .as('sessions'),
          row.selectFrom('tickets').where('expires_at', '>', now).select(all).as('tickets'),
          row.selectFrom('logins').where('expires_at', '>', now).select(all).as('logins'),
        ])
        .executeTakeFirstOrThrow();
      return {
        sessions: Number(counts.sessions),
        tickets: Number(counts.tickets),
        logins: Number(counts.logins),
      };
    },

    async totals() {
      const late = clock.now() - 5 * minute;
      const all = db.fn.countAll<number>().as('n');
      const counts = await db
        .selectNoFrom((row) => [
          row.selectFrom('platforms').select(all).as('platforms'),
          row.selectFrom('rooms').select(all).as('rooms'),
          row
            .selectFrom('jobs')
            .where('ended_at', 'is', null)
            .where('due_at', '<', late)
            .select(all)
            .as('overdueJobs'),
          row.selectFrom('jobs').where('outcome', '=', 'failed').select(all).as('failedJobs'),
        ])
        .executeTakeFirstOrThrow();
      return {
        platforms: Number(counts.platforms),
        rooms: Number(counts.rooms),
        overdueJobs: Number(counts.overdueJobs),
        failedJobs: Number(counts.failedJobs),
      };
    },

    tryWriting: () =>
      db.transaction().execute(async (step) => {
        const id = newId();
        await step
          .insertInto('jobs')
          .values({ id, kind: 'doctor', key: id, payload: '', due_at: 0, attempts: 0 })
          .execute();
        await step.deleteFrom('jobs').where('id', '=', id).execute();
      }),
  };
}
