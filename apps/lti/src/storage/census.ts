import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { newId } from '../tokens.ts';
import type { Schema } from './schema.ts';
import { absoluteLifetime, idleLifetime } from './sessions.ts';

/** How many rows are alive. */
export interface Counts {
  readonly sessions: number;
  readonly tickets: number;
  readonly logins: number;
}

export interface Census {
  /** Counts what is alive. */
  count(): Promise<Counts>;
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
