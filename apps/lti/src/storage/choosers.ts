import type { Language } from '@bluebridge/translations';
import type { Kysely } from 'kysely';
import { type Clock, hour, minute } from '../clock.ts';
import type { ChoiceWish } from '../deep-linking/choice-wish.ts';
import { hashOf, newId, newToken } from '../tokens.ts';
import { courseColumns } from './course-columns.ts';
import type { Course } from './rooms.ts';
import type { ChooserRow } from './rows/courses.ts';
import { prepared } from './prepared.ts';
import type { Schema } from './schema.ts';

/** Somebody who may choose, once, what links of a course shall open. */
export interface Chooser extends Course {
  readonly id: string;
  readonly contextTitle: string;
  readonly userID: string;
  readonly language: Language;
  /** What the platform asked for. */
  readonly wish: ChoiceWish;
}

export interface Choosers {
  /** Starts a choice; its page is opened with the code, within a minute. */
  start(chooser: Omit<Chooser, 'id'>): Promise<{ readonly id: string; readonly code: string }>;
  get(id: string): Promise<Chooser | undefined>;
  /** Exchanges the code of a choice, once, for the token of its page. */
  open(code: string): Promise<string | undefined>;
  byToken(token: string): Promise<Chooser | undefined>;
  /** Takes a choice out of the store: of several who try at once, one gets it. */
  take(token: string): Promise<Chooser | undefined>;
  /** Ends the choices that somebody has begun in a course. */
  withdraw(userID: string, course: Course): Promise<void>;
}

/** How long somebody may take to choose. */
export const chooserLifetime = hour;
const codeLifetime = minute;

/** Gives those who are choosing. */
export function choosersIn(db: Kysely<Schema>, clock: Clock): Choosers {
  const living = () => db.selectFrom('choosers').selectAll().where('expires_at', '>', clock.now());
  const endOf = prepared(db, (on, one: Course & { readonly userID: string }) =>
    on
      .deleteFrom('choosers')
      .where((row) => row.and({ user_id: one.userID, ...courseColumns(one) })),
  );

  return {
    async start({ wish, ...chooser }) {
      const now = clock.now();
      await db.deleteFrom('choosers').where('expires_at', '<=', now).execute();
      const [id, code] = [newId(), newToken()];
      await db
        .insertInto('choosers')
        .values({
          id,
          ...courseColumns(chooser),
          context_title: chooser.contextTitle,
          user_id: chooser.userID,
          language: chooser.language,
          wish: JSON.stringify(wish),
          code_hash: hashOf(code),
          code_until: now + codeLifetime,
          token_hash: null,
          expires_at: now + chooserLifetime,
        })
        .execute();
      return { id, code };
    },

    async get(id) {
      const row = await living().where('id', '=', id).executeTakeFirst();
      return row && chooserFrom(row);
    },

    async open(code) {
      const token = newToken();
      const { numUpdatedRows } = await db
        .updateTable('choosers')
        .set({ code_hash: null, token_hash: hashOf(token) })
        .where('code_hash', '=', hashOf(code))
        .where('code_until', '>', clock.now())
        .executeTakeFirst();
      return numUpdatedRows === 0n ? undefined : token;
    },

    async byToken(token) {
      const row = await living().where('token_hash', '=', hashOf(token)).executeTakeFirst();
      return row && chooserFrom(row);
    },

    async take(token) {
      const row = await db
        .deleteFrom('choosers')
        .where('token_hash', '=', hashOf(token))
        .where('expires_at', '>', clock.now())
        .returningAll()
        .executeTakeFirst();
      return row && chooserFrom(row);
    },

    async withdraw(userID, course) {
      await endOf({ ...course, userID });
    },
  };
}

function chooserFrom(row: ChooserRow): Chooser {
  return {
    id: row.id,
    platformId: row.platform_id,
    deploymentId: row.deployment_id,
    contextId: row.context_id,
    contextTitle: row.context_title,
    userID: row.user_id,
    language: row.language as Language,
    wish: JSON.parse(row.wish) as ChoiceWish,
  };
}
