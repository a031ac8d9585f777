import type { Kysely } from 'kysely';
import { type Clock, hour, minute } from '../clock.ts';
import { hashOf, newToken } from '../tokens.ts';
import type { Schema } from './schema.ts';

/** How administrators come in: by a code that the command line makes, and the session it opens. */
export interface Admins {
  /** Makes a code that works once within 15 minutes, and answers it; only its hash is stored. */
  invite(): Promise<string>;
  /** Uses a code up and starts a session. Answers its token, or undefined for a code that is no good. */
  enter(code: string): Promise<string | undefined>;
  /** Tells whether a session lives, and keeps it alive. */
  isIn(token: string): Promise<boolean>;
  leave(token: string): Promise<void>;
}

export const adminCodeLifetime = 15 * minute;
export const adminIdleLifetime = 30 * minute;
export const adminAbsoluteLifetime = 8 * hour;

/** Gives the administrators' codes and sessions. */
export function adminsIn(db: Kysely<Schema>, clock: Clock): Admins {
  const living = (token: string) => {
    const now = clock.now();
    return db
      .updateTable('admin_sessions')
      .set({ last_used_at: now })
      .where('token_hash', '=', hashOf(token))
      .where('last_used_at', '>', now - adminIdleLifetime)
      .where('created_at', '>', now - adminAbsoluteLifetime)
      .returning('token_hash');
  };
  return {
    async invite() {
      const code = newToken();
      const expiresAt = clock.now() + adminCodeLifetime;
      await db
        .insertInto('admin_codes')
        .values({ code_hash: hashOf(code), expires_at: expiresAt })
        .execute();
      return code;
    },

    async enter(code) {
      const now = clock.now();
      const row = await db
        .deleteFrom('admin_codes')
        .where('code_hash', '=', hashOf(code))
        .returning('expires_at')
        .executeTakeFirst();
      if (!row || row.expires_at <= now) return undefined;
      const token = newToken();
      await db
        .insertInto('admin_sessions')
        .values({ token_hash: hashOf(token), created_at: now, last_used_at: now })
        .execute();
      return token;
    },

    isIn: async (token) => (await living(token).executeTakeFirst()) !== undefined,

    async leave(token) {
      await db.deleteFrom('admin_sessions').where('token_hash', '=', hashOf(token)).execute();
    },
  };
}
