import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { GroupUse } from '../groups/group-use.ts';
import { sectionMark } from '../groups/section-mark.ts';
import { courseColumns } from './course-columns.ts';
import type { Engine } from './engines/engine.ts';
import { prepared } from './prepared.ts';
import type { Course } from './rooms.ts';
import type { Schema } from './schema.ts';

/** A group of a course. */
export interface StoredGroup {
  readonly id: string;
  /** A name of the teacher's own, else the platform's, else empty. */
  readonly name: string;
}

/** Addresses of the platform's services for one course. */
export interface CourseServices {
  readonly groupsUrl: string | undefined;
  readonly membershipsUrl: string | undefined;
}

export interface Groups {
  /** Notes groups of a course. A name that is empty leaves the one known before. */
  learn(course: Course, groups: readonly StoredGroup[]): Promise<void>;
  /**
   * Notes all groups of a course. Others are forgotten, but for those that have a room, and for
   * sections, which are known from launches alone.
   */
  learnAll(course: Course, groups: readonly StoredGroup[]): Promise<void>;
  /** Notes in which groups somebody is; they are in no others. */
  place(course: Course, userID: string, groupIds: readonly string[]): Promise<void>;
  /** Puts the members of a whole course in the place of those known before. */
  placeAll(course: Course, members: ReadonlyMap<string, readonly string[]>): Promise<void>;
  /** Lists the groups of a course by name. */
  list(course: Course): Promise<readonly StoredGroup[]>;
  /** Lists in which groups somebody is. */
  of(course: Course, userID: string): Promise<readonly string[]>;
  /** Lists who is in each group, by the group's id. */
  rosters(course: Course): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Gives a group a name of its own; an empty one gives back the platform's. */
  rename(course: Course, id: string, name: string): Promise<boolean>;
  useOf(roomId: string): Promise<GroupUse>;
  saveUse(roomId: string, use: GroupUse): Promise<void>;
  noteServices(course: Course, services: CourseServices): Promise<void>;
  servicesOf(course: Course): Promise<CourseServices | undefined>;
}

/** Gives the groups of all courses. */
export function groupsIn({ db }: Engine, clock: Clock): Groups {
  const members = (course: Course, on = db) =>
    on
      .selectFrom('group_members')
      .where((row) => row.and(courseColumns(course)))
      .orderBy('group_id')
      .orderBy('user_id');

  const ofUser = prepared(db, (on, one: Course & { readonly userID: string }) =>
    members(one, on).select('group_id').where('user_id', '=', one.userID),
  );

  async function learn(course: Course, groups: readonly StoredGroup[]): Promise<void> {
    for (const { id, name } of groups) {
      const seen = { seen_at: clock.now(), ...(name !== '' && { name }) };
      await db
        .insertInto('course_groups')
        .values({
          ...courseColumns(course),
          group_id: id,
          name,
          own_name: '',
          seen_at: clock.now(),
        })
        .onConflict((clash) => clash.columns([...courseKey, 'group_id']).doUpdateSet(seen))
        .execute();
    }
  }

  return {
    learn,

    async learnAll(course, groups) {
      await learn(course, groups);
      const withRoom = db
        .selectFrom('rooms')
        .select('group_key')
        .where((row) => row.and(courseColumns(course)))
        .where('group_key', '!=', '');
      const known = groups.map(({ id }) => id);
      let gone = db
        .deleteFrom('course_groups')
        .where((row) => row.and(courseColumns(course)))
        .where('group_id', 'not like', `${sectionMark}%`)
        .where('group_id', 'not in', withRoom);
      if (known.length > 0) gone = gone.where('group_id', 'not in', known);
      await gone.execute();
    },

    place: (course, userID, groupIds) =>
      db.transaction().execute(async (step) => {
        await withoutMembers(step, course).where('user_id', '=', userID).execute();
        await addMembers(step, course, [[userID, groupIds]]);
      }),

    placeAll: (course, everybody) =>
      db.transaction().execute(async (step) => {
        await withoutMembers(step, course).execute();
        await addMembers(step, course, everybody);
      }),

    async list(course) {
      const rows = await db
        .selectFrom('course_groups')
        .select(['group_id', 'name', 'own_name'])
        .where((row) => row.and(courseColumns(course)))
        .execute();
      return rows
        .map((row) => ({ id: row.group_id, name: row.own_name || row.name }))
        .toSorted((a, b) => byName.compare(a.name || a.id, b.name || b.id));
    },

    async of(course, userID) {
      const rows = await ofUser({ ...course, userID });
      return rows.map(({ group_id }) => group_id);
    },

    async rosters(course) {
      const rows = await members(course).select(['group_id', 'user_id']).execute();
      const grouped = Map.groupBy(rows, ({ group_id }) => group_id);
      return new Map(
        [...grouped].map(([id, placed]) => [id, placed.map(({ user_id }) => user_id)] as const),
      );
    },

    async rename(course, id, name) {
      const renamed = await db
        .updateTable('course_groups')
        .set({ own_name: name })
        .where((row) => row.and(courseColumns(course)))
        .where('group_id', '=', id)
        .returning('group_id')
        .executeTakeFirst();
      return renamed !== undefined;
    },

    async useOf(roomId) {
      const query = db.selectFrom('rooms').select('group_use').where('id', '=', roomId);
      return (await query.executeTakeFirst())?.group_use ?? 'none';
    },

    async saveUse(roomId, use) {
      await db.updateTable('rooms').set({ group_use: use }).where('id', '=', roomId).execute();
    },

    async noteServices(course, { groupsUrl, membershipsUrl }) {
      const services = { groups_url: groupsUrl ?? null, memberships_url: membershipsUrl ?? null };
      await db
        .insertInto('course_services')
        .values({ ...courseColumns(course), ...services })
        .onConflict((clash) => clash.columns(courseKey).doUpdateSet(services))
        .execute();
    },

    async servicesOf(course) {
      const found = await db
        .selectFrom('course_services')
        .select(['groups_url', 'memberships_url'])
        .where((row) => row.and(courseColumns(course)))
        .executeTakeFirst();
      return (
        found && {
          groupsUrl: found.groups_url ?? undefined,
          membershipsUrl: found.memberships_url ?? undefined,
        }
      );
    },
  };
}

const courseKey = ['platform_id', 'deployment_id', 'context_id'] as const;
const byName = new Intl.Collator('en', { numeric: true });

function withoutMembers(step: Kysely<Schema>, course: Course) {
  return step.deleteFrom('group_members').where((row) => row.and(courseColumns(course)));
}

/** Databases bound the values of one statement. */
const rowsAtOnce = 500;

async function addMembers(
  step: Kysely<Schema>,
  course: Course,
  placed: Iterable<readonly [userID: string, groupIds: readonly string[]]>,
): Promise<void> {
  let rows: Schema['group_members'][] = [];
  const write = async () => {
    if (rows.length > 0) await step.insertInto('group_members').values(rows).execute();
    rows = [];
  };
  for (const [userID, groupIds] of placed) {
    for (const id of new Set(groupIds)) {
      rows.push({ ...courseColumns(course), group_id: id, user_id: userID });
    }
    if (rows.length >= rowsAtOnce) await write();
  }
  await write();
}
