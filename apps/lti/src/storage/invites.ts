import type { Kysely } from 'kysely';
import { type Clock, hour } from '../clock.ts';
import { hashOf, newToken } from '../tokens.ts';
import type { Schema } from './schema.ts';

/** Invitations by which an administrator lets one platform register itself. */
export interface Invites {
  /** Makes an invitation that works once, and answers it; only its hash is stored. */
  issue(lifetimeMs: number): Promise<string>;
  /** Tells whether an invitation still works. */
  isGood(invite: string): Promise<boolean>;
  /** Uses an invitation up. Answers false when it does not work (any more). */
  use(invite: string): Promise<boolean>;
  /** Makes an invitation work again, because what it was used for came to nothing. */
  giveBack(invite: string): Promise<void>;
}

/** How long used and expired invitations are kept, to tell them from unknown ones in a log. */
const keptFor = 30 * 24 * hour;

/** Gives the invitations to register. */
export function invitesIn(db: Kysely<Schema>, clock: Clock): Invites {
  return {
    async issue(lifetimeMs) {
      const invite = newToken();
      const now = clock.now();
      await db
        .deleteFrom('invites')
        .where('expires_at', '<', now - keptFor)
        .execute();
      await db
        .insertInto('invites')
        .values({ invite_hash: hashOf(invite), expires_at: now + lifetimeMs, used_at: null })
        .execute();
      return invite;
    },

    async isGood(invite) {
      const row = await db
        .selectFrom('invites')
        .select('expires_at')
        .where('invite_hash', '=', hashOf(invite))
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return row !== undefined && row.expires_at > clock.now();
    },

    async use(invite) {
      const now = clock.now();
      const row = await db
        .updateTable('invites')
        .set({ used_at: now })
        .where('invite_hash', '=', hashOf(invite))
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('invite_hash')
        .executeTakeFirst();
      return row !== undefined;
    },

    async giveBack(invite) {
      await db
        .updateTable('invites')
        .set({ used_at: null })
        .where('invite_hash', '=', hashOf(invite))
        .execute();
    },
  };
}
