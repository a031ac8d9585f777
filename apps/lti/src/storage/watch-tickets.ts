import type { Kysely } from 'kysely';
import { type Clock, minute } from '../clock.ts';
import { hashOf, newToken } from '../tokens.ts';
import type { Schema } from './schema.ts';

/** What a ticket lets one person watch. */
export interface Watching {
  readonly sessionId: string;
  readonly recordID: string;
  /** Type of the format, such as `presentation`. */
  readonly format: string;
}

export interface WatchTickets {
  /** Issues a ticket that works once within a minute. */
  issue(watching: Watching): Promise<string>;
  /** Takes a ticket out of the store and answers what it is good for, if it still is. */
  redeem(ticket: string): Promise<Watching | undefined>;
}

const ticketLifetime = minute;

/** Gives the one-time tickets that carry a person from our page to a recording in a new tab. */
export function watchTicketsIn(db: Kysely<Schema>, clock: Clock): WatchTickets {
  return {
    async issue({ sessionId, recordID, format }) {
      const ticket = newToken();
      const now = clock.now();
      await db.deleteFrom('watch_tickets').where('expires_at', '<=', now).execute();
      await db
        .insertInto('watch_tickets')
        .values({
          ticket_hash: hashOf(ticket),
          session_id: sessionId,
          record_id: recordID,
          format,
          expires_at: now + ticketLifetime,
        })
        .execute();
      return ticket;
    },

    async redeem(ticket) {
      const row = await db
        .deleteFrom('watch_tickets')
        .where('ticket_hash', '=', hashOf(ticket))
        .returningAll()
        .executeTakeFirst();
      if (!row || row.expires_at <= clock.now()) return undefined;
      return { sessionId: row.session_id, recordID: row.record_id, format: row.format };
    },
  };
}
