import type { Kysely } from 'kysely';
import { type Clock, minute } from '../clock.ts';
import { hashOf, newToken } from '../tokens.ts';
import { nowAndThen } from './now-and-then.ts';
import { prepared } from './prepared.ts';
import type { TicketRow } from './rows/people.ts';
import type { Schema } from './schema.ts';

/** What a ticket is good for: opening a page of the session, or entering the room. */
export type TicketPurpose = TicketRow['purpose'];

export interface Tickets {
  /** Issues a ticket that works once within a minute. */
  issue(purpose: TicketPurpose, sessionId: string): Promise<string>;
  /** Takes a ticket out of the store and answers its session, if it is good for this purpose. */
  redeem(purpose: TicketPurpose, ticket: string): Promise<string | undefined>;
}

const ticketLifetime = minute;

/** Gives the one-time tickets that carry a session from one page or tab to another. */
export function ticketsIn(db: Kysely<Schema>, clock: Clock): Tickets {
  const purge = nowAndThen(clock, (now) =>
    db.deleteFrom('tickets').where('expires_at', '<=', now).execute(),
  );
  const add = prepared(db, (on, { ticket_hash, purpose, session_id, expires_at }: TicketRow) =>
    on.insertInto('tickets').values({ ticket_hash, purpose, session_id, expires_at }),
  );
  const take = prepared(
    db,
    (on, { ticket_hash, purpose }: Pick<TicketRow, 'ticket_hash' | 'purpose'>) =>
      on
        .deleteFrom('tickets')
        .where('ticket_hash', '=', ticket_hash)
        .where('purpose', '=', purpose)
        .returningAll(),
  );
  return {
    async issue(purpose, sessionId) {
      const ticket = newToken();
      const now = clock.now();
      await purge();
      await add({
        ticket_hash: hashOf(ticket),
        purpose,
        session_id: sessionId,
        expires_at: now + ticketLifetime,
      });
      return ticket;
    },

    async redeem(purpose, ticket) {
      const [row] = await take({ ticket_hash: hashOf(ticket), purpose });
      return row && row.expires_at > clock.now() ? row.session_id : undefined;
    },
  };
}
