import type { Kysely } from 'kysely';
import { type Clock, hour } from '../clock.ts';
import { courseColumns } from './course-columns.ts';
import type { Course } from './rooms.ts';
import type { Schema } from './schema.ts';

/** What platforms told us about copied courses, and which of their notices we had already. */
export interface CourseOrigins {
  /** Notes that a course is a copy of others of the same tenant. */
  note(copy: Course, originIds: readonly string[]): Promise<void>;
  /** Lists what a course is a copy of. */
  of(course: Course): Promise<readonly string[]>;
  /**
   * Takes a notice of a platform, once, together with what it tells. Answers false when it was
   * taken before, and when the platform sent too many within the time they are remembered.
   */
  take(platformId: string, noticeId: string, told?: CopiedCourse): Promise<boolean>;
}

/** A course, and what it is a copy of. */
export interface CopiedCourse {
  readonly copy: Course;
  readonly originIds: readonly string[];
}

/** How long notices are remembered; none that is older is believed. */
export const noticesRememberedFor = 2 * hour;
/** How many notices of one platform are taken within that time. */
export const mostNotices = 1000;
/** How many origins of one course are remembered. */
const mostOrigins = 20;

/** Gives what is known of copied courses. */
export function courseOriginsIn(db: Kysely<Schema>, clock: Clock): CourseOrigins {
  async function of(from: Kysely<Schema>, course: Course): Promise<readonly string[]> {
    const rows = await from
      .selectFrom('course_origins')
      .select('origin_id')
      .where((row) => row.and(courseColumns(course)))
      .orderBy('noticed_at', 'desc')
      .orderBy('origin_id')
      .limit(mostOrigins)
      .execute();
    return rows.map(({ origin_id }) => origin_id);
  }

  async function note(into: Kysely<Schema>, { copy, originIds }: CopiedCourse): Promise<void> {
    const known = await of(into, copy);
    const more = new Set(originIds.filter((id) => id !== copy.contextId && !known.includes(id)));
    const rows = [...more].slice(0, mostOrigins - known.length).map((originId) => ({
      ...courseColumns(copy),
      origin_id: originId,
      noticed_at: clock.now(),
    }));
    if (rows.length === 0) return;
    await into
      .insertInto('course_origins')
      .values(rows)
      .onConflict((clash) =>
        clash.columns(['platform_id', 'deployment_id', 'context_id', 'origin_id']).doNothing(),
      )
      .execute();
  }

  return {
    of: (course) => of(db, course),
    note: (copy, originIds) => note(db, { copy, originIds }),

    take: (platformId, noticeId, told) =>
      db.transaction().execute(async (step) => {
        const now = clock.now();
        await step
          .deleteFrom('notices')
          .where('received_at', '<=', now - noticesRememberedFor)
          .execute();
        const { count } = await step
          .selectFrom('notices')
          .select((row) => row.fn.countAll<number | string>().as('count'))
          .where('platform_id', '=', platformId)
          .executeTakeFirstOrThrow();
        if (Number(count) >= mostNotices) return false;
        const taken = await step
          .insertInto('notices')
          .values({ platform_id: platformId, notice_id: noticeId, received_at: now })
          .onConflict((clash) => clash.columns(['platform_id', 'notice_id']).doNothing())
          .returning('notice_id')
          .executeTakeFirst();
        if (taken && told) await note(step, told);
        return taken !== undefined;
      }),
  };
}
