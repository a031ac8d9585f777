import type { Language } from '@bluebridge/translations';
import type { Kysely } from 'kysely';
import { type Clock, hour, minute } from '../clock.ts';
import type { Rights } from '../roles/standings.ts';
import { hashOf, newId, newToken } from '../tokens.ts';
import { courseColumns } from './course-columns.ts';
import type { Target } from './links.ts';
import { nowAndThen } from './now-and-then.ts';
import { prepared } from './prepared.ts';
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

/** Sessions that were last used, or begun, before these times have ended. */
interface Limits {
  readonly usedAfter: number;
  readonly createdAfter: number;
}

/** What a person may do from now on, each 1 or 0. */
interface LeftRights {
  readonly userID: string;
  readonly isModerator: number;
  readonly mayManage: number;
  readonly mayJoin: number;
}

/** Gives the sessions of people at rooms. */
export function sessionsIn(db: Kysely<Schema>, clock: Clock): Sessions {
  const living = (on: Kysely<Schema>, { usedAfter, createdAfter }: Limits) =>
    on
      .selectFrom('sessions')
      .selectAll('sessions')
      .where('sessions.last_used_at', '>', usedAfter)
      .where('sessions.created_at', '>', createdAfter);
  const limits = (): Limits => {
    const now = clock.now();
    return { usedAfter: now - idleLifetime, createdAfter: now - absoluteLifetime };
  };
  const byId = prepared(db, (on, one: Limits & { readonly id: string }) =>
    living(on, one).where('sessions.id', '=', one.id),
  );
  const byTokenHash = prepared(db, (on, one: Limits & { readonly tokenHash: string }) =>
    living(on, one)
      .innerJoin('bearers', 'bearers.session_id', 'sessions.id')
      .where('bearers.token_hash', '=', one.tokenHash),
  );
  const insert = prepared(db, (on, row: SessionRow) =>
    on.insertInto('sessions').values({
      id: row.id,
      room_id: row.room_id,
      user_id: row.user_id,
      full_name: row.full_name,
      is_moderator: row.is_moderator,
      may_manage: row.may_manage,
      may_join: row.may_join,
      opens: row.opens,
      record_id: row.record_id,
      group_keys: row.group_keys,
      language: row.language,
      created_at: row.created_at,
      last_used_at: row.last_used_at,
    }),
  );

  const withdrawing = (on: Kysely<Schema>, left: LeftRights) =>
    on
      .updateTable('sessions')
      // Rights are 1 or 0, so that what is left times what there was is what remains.
      .set((row) => ({
        is_moderator: row('is_moderator', '*', left.isModerator),
        may_manage: row('may_manage', '*', left.mayManage),
        may_join: row('may_join', '*', left.mayJoin),
      }))
      .where('user_id', '=', left.userID)
      .where((row) =>
        row.or([
          row('is_moderator', '>', left.isModerator),
          row('may_manage', '>', left.mayManage),
          row('may_join', '>', left.mayJoin),
        ]),
      );
  const withdrawInRoom = prepared(db, (on, left: LeftRights & { readonly roomId: string }) =>
    withdrawing(on, left).where('room_id', '=', left.roomId),
  );
  const withdrawInCourse = prepared(db, (on, left: LeftRights & Course) =>
    withdrawing(on, left).where(
      'room_id',
      'in',
      on
        .selectFrom('rooms')
        .select('id')
        .where((row) => row.and(courseColumns(left))),
    ),
  );

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
    await insert({
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
    });
    return id;
  }

  return {
    async start(visitor) {
      await purge();
      return add(visitor, clock.now());
    },

    async startFrom(sessionId, visitor) {
      const [earlier] = await byId({ ...limits(), id: sessionId });
      if (!earlier) throw new Error('the session it goes on from has ended');
      return add(visitor, earlier.created_at);
    },

    async withdraw({ userID, roomId }, course, { isModerator, mayManage, mayJoin }) {
      if (isModerator && mayManage && mayJoin) return;
      const left = {
        userID,
        isModerator: isModerator ? 1 : 0,
        mayManage: mayManage ? 1 : 0,
        mayJoin: mayJoin ? 1 : 0,
      };
      await (course.contextId === ''
        ? withdrawInRoom({ ...left, roomId })
        : withdrawInCourse({ ...left, ...course }));
    },

    async get(id) {
      const [row] = await byId({ ...limits(), id });
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
      const [row] = await byTokenHash({ ...limits(), tokenHash: hashOf(token) });
      if (!row) return undefined;
      await touch(row);
      return sessionFrom(row);
    },

    async rightsOf(ids) {
      const rights = new Map<string, Rights>();
      for (let first = 0; first < ids.length; first += mostAtOnce) {
        const some = ids.slice(first, first + mostAtOnce);
        const rows = await living(db, limits()).where('sessions.id', 'in', some).execute();
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
