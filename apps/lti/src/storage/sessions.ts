import type { Language } from '@bluebridge/translations';
import type { Kysely } from 'kysely';
import { type Clock, hour, minute } from '../clock.ts';
import type { Rights } from '../roles/standings.ts';
import { hashOf, newId, newToken } from '../tokens.ts';
import { courseColumns } from './course-columns.ts';
import type { Target } from './links.ts';
import { nowAndThen } from './now-and-then.ts';
import type { SessionRow } from './rows/people.ts';
import type { Schema } from './schema.ts';
import type { Course } from './tenant.ts';

/** Somebody at one room, as the launch said. */
export interface Visitor {
  readonly roomId: string;
  /** Same at every launch of this person; says nothing outside this tool. */
  readonly userID: string;
  readonly fullName: string;
  /** Leads the meetings of the room. */
  readonly isModerator: boolean;
  /** May change the room and its recordings. */
  readonly mayManage: boolean;
  /** May enter meetings; observers may not. */
  readonly mayJoin: boolean;
  /** What the page shows. */
  readonly opens: Target['opens'];
  readonly recordID?: string;
  /** Groups of the course this person is in. */
  readonly groupKeys: readonly string[];
  readonly language: Language;
}

export interface Session extends Visitor {
  readonly id: string;
}

export interface Sessions {
  /** Starts a session and answers its id. */
  start(visitor: Visitor): Promise<string>;
  /** Starts a session that follows from a living one, and ends when that one would have. */
  startFrom(sessionId: string, visitor: Visitor): Promise<string>;
  /**
   * Takes the rights that somebody no longer has in a course from their sessions there: what the
   * platform said last counts. Without a course it is about the room alone.
   */
  withdraw(from: Pick<Visitor, 'userID' | 'roomId'>, course: Course, rights: Rights): Promise<void>;
  get(id: string): Promise<Session | undefined>;
  /** Issues a bearer token of a session: one per page that shows it. */
  issueBearer(sessionId: string): Promise<string>;
  /** Finds the session of a bearer token, unless it was idle or lived too long, and keeps it alive. */
  byBearer(token: string): Promise<Session | undefined>;
  /** Reads what the people of living sessions may do now. */
  rightsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Rights>>;
  /** Keeps sessions alive whose pages are open, and answers which of them still live. */
  keepAlive(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

export const idleLifetime = 30 * minute;
export const absoluteLifetime = 8 * hour;
/** Saves a write per request; far below the idle limit. */
const touchEvery = minute;
/** Databases bound how many values a question may hold. */
const mostAtOnce = 500;

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

  // Looks at every session, so not at every launch.
  const purge = nowAndThen(clock, (now) =>
    db
      .deleteFrom('sessions')
      .where((row) =>
        row.or([
          row('last_used_at', '<=', now - idleLifetime),
          row('created_at', '<=', now - absoluteLifetime),
        ]),
      )
      .execute(),
  );

  async function touch(row: SessionRow): Promise<void> {
    const now = clock.now();
    if (now - row.last_used_at < touchEvery) return;
    await db.updateTable('sessions').set({ last_used_at: now }).where('id', '=', row.id).execute();
  }

  async function add(visitor: Visitor, createdAt: number): Promise<string> {
    const id = newId();
    await db
      .insertInto('sessions')
      .values({
        id,
        room_id: visitor.roomId,
        user_id: visitor.userID,
        full_name: visitor.fullName,
        is_moderator: visitor.isModerator ? 1 : 0,
        may_manage: visitor.mayManage ? 1 : 0,
        may_join: visitor.mayJoin ? 1 : 0,
        opens: visitor.opens,
        record_id: visitor.recordID ?? null,
        group_keys: JSON.stringify(visitor.groupKeys),
        language: visitor.language,
        created_at: createdAt,
        last_used_at: clock.now(),
      })
      .execute();
    return id;
  }

  return {
    async start(visitor) {
      await purge();
      return add(visitor, clock.now());
    },

    async startFrom(sessionId, visitor) {
      const earlier = living().where('sessions.id', '=', sessionId);
      return add(visitor, (await earlier.executeTakeFirstOrThrow()).created_at);
    },

    async withdraw({ userID, roomId }, course, { isModerator, mayManage, mayJoin }) {
      const lost = {
        ...(!isModerator && { is_moderator: 0 }),
        ...(!mayManage && { may_manage: 0 }),
        ...(!mayJoin && { may_join: 0 }),
      };
      if (Object.keys(lost).length === 0) return;
      let rooms = db
        .selectFrom('rooms')
        .select('id')
        .where((row) => row.and(courseColumns(course)));
      if (course.contextId === '') rooms = rooms.where('id', '=', roomId);
      await db
        .updateTable('sessions')
        .set(lost)
        .where('user_id', '=', userID)
        .where('room_id', 'in', rooms)
        .execute();
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

    async rightsOf(ids) {
      const rights = new Map<string, Rights>();
      for (let first = 0; first < ids.length; first += mostAtOnce) {
        const some = ids.slice(first, first + mostAtOnce);
        const rows = await living().where('sessions.id', 'in', some).execute();
        for (const row of rows) rights.set(row.id, rightsIn(row));
      }
      return rights;
    },

    async keepAlive(ids) {
      const now = clock.now();
      const alive = new Set<string>();
      const all = [...new Set(ids)];
      for (let first = 0; first < all.length; first += mostAtOnce) {
        const rows = await db
          .updateTable('sessions')
          .set({ last_used_at: now })
          .where('id', 'in', all.slice(first, first + mostAtOnce))
          .where('last_used_at', '>', now - idleLifetime)
          .where('created_at', '>', now - absoluteLifetime)
          .returning('id')
          .execute();
        for (const { id } of rows) alive.add(id);
      }
      return alive;
    },
  };
}

function sessionFrom(row: SessionRow): Session {
  return {
    id: row.id,
    roomId: row.room_id,
    userID: row.user_id,
    fullName: row.full_name,
    ...rightsIn(row),
    opens: row.opens,
    ...(row.record_id !== null && { recordID: row.record_id }),
    groupKeys: JSON.parse(row.group_keys) as string[],
    language: row.language as Language,
  };
}

function rightsIn(row: SessionRow): Rights {
  return {
    isModerator: row.is_moderator === 1,
    mayManage: row.may_manage === 1,
    mayJoin: row.may_join === 1,
  };
}
