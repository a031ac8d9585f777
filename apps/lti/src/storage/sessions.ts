import type { Language } from '@bluebridge/translations';
import type { Kysely } from 'kysely';
import { type Clock, hour, minute } from '../clock.ts';
import { hashOf, newId, newToken } from '../tokens.ts';
import type { Schema, SessionRow } from './schema.ts';

/** Somebody at one room, as the launch said. */
export interface Visitor {
  readonly roomId: string;
  /** Same at every launch of this person; says nothing outside this tool. */
  readonly userID: string;
  readonly fullName: string;
  readonly isModerator: boolean;
  readonly language: Language;
}

export interface Session extends Visitor {
  readonly id: string;
}

export interface Sessions {
  /** Starts a session and answers its id. */
  start(visitor: Visitor): Promise<string>;
  get(id: string): Promise<Session | undefined>;
  /** Issues a bearer token of a session: one per page that shows it. */
  issueBearer(sessionId: string): Promise<string>;
  /** Finds the session of a bearer token, unless it was idle or lived too long, and keeps it alive. */
  byBearer(token: string): Promise<Session | undefined>;
}

export const idleLifetime = 30 * minute;
export const absoluteLifetime = 8 * hour;
/** Saves a write per request; far below the idle limit. */
const touchEvery = minute;

/** Gives the sessions of people at rooms. */
export function sessionsIn(db: Kysely<Schema>, clock: Clock): Sessions {
  const living = () => {
    const now = clock.now();
    return db
      .selectFrom('sessions')
      .selectAll('sessions')
      .where('sessions.last_used_at', '>', now - idleLifetime)
      .where('sessions.created_at', '>', now - absoluteLifetime);
  };

  async function purge(): Promise<void> {
    const now = clock.now();
    await db
      .deleteFrom('sessions')
      .where((row) =>
        row.or([
          row('last_used_at', '<=', now - idleLifetime),
          row('created_at', '<=', now - absoluteLifetime),
        ]),
      )
      .execute();
  }

  async function touch(row: SessionRow): Promise<void> {
    const now = clock.now();
    if (now - row.last_used_at < touchEvery) return;
    await db.updateTable('sessions').set({ last_used_at: now }).where('id', '=', row.id).execute();
  }

  return {
    async start(visitor) {
      await purge();
      const id = newId();
      const now = clock.now();
      await db
        .insertInto('sessions')
        .values({
          id,
          room_id: visitor.roomId,
          user_id: visitor.userID,
          full_name: visitor.fullName,
          is_moderator: visitor.isModerator ? 1 : 0,
          language: visitor.language,
          created_at: now,
          last_used_at: now,
        })
        .execute();
      return id;
    },

    async get(id) {
      const row = await living().where('sessions.id', '=', id).executeTakeFirst();
      return row && sessionFrom(row);
    },

    async issueBearer(sessionId) {
      const token = newToken();
      await db
        .insertInto('bearers')
        .values({ token_hash: hashOf(token), session_id: sessionId })
        .execute();
      return token;
    },

    async byBearer(token) {
      const row = await living()
        .innerJoin('bearers', 'bearers.session_id', 'sessions.id')
        .where('bearers.token_hash', '=', hashOf(token))
        .executeTakeFirst();
      if (!row) return undefined;
      await touch(row);
      return sessionFrom(row);
    },
  };
}

function sessionFrom(row: SessionRow): Session {
  return {
    id: row.id,
    roomId: row.room_id,
    userID: row.user_id,
    fullName: row.full_name,
    isModerator: row.is_moderator === 1,
    language: row.language as Language,
  };
}
