import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { newId } from '../tokens.ts';
import { courseColumns } from './course-columns.ts';
import { prepared } from './prepared.ts';
import type { Course, Tenant } from './rooms.ts';
import type { ChosenItemRow, LinkRow } from './rows/courses.ts';
import type { Schema } from './schema.ts';

/** What somebody sees who follows a link: a room, one recording of it, or all its recordings. */
export interface Target {
  readonly roomId: string;
  readonly opens: 'room' | 'recording' | 'gallery';
  /** Which recording, where one is opened. */
  readonly recordID?: string;
}

/** One link in one course of a platform. */
export interface LinkPlace extends Course {
  readonly resourceLinkId: string;
}

/** What a link opens since it was bound. */
export interface BoundTarget extends Target {
  /** The chosen item the link named then. */
  readonly itemId?: string;
}

/** One link somewhere in a tenant. */
export interface TenantLink extends Target {
  readonly contextId: string;
}

export interface Links {
  find(place: LinkPlace): Promise<BoundTarget | undefined>;
  /** Binds a link to what it opens. Of several at once the first stays; answers what it opens. */
  bind(place: LinkPlace, target: BoundTarget): Promise<BoundTarget>;
  /** Lets a bound link open something else, because its teacher chose again. */
  rebind(place: LinkPlace, target: BoundTarget): Promise<void>;
  /** Finds the links of a tenant that have this id, in whichever course. */
  withId(tenant: Tenant, resourceLinkId: string): Promise<readonly TenantLink[]>;
}

/** What a teacher chose while adding a link: the link carries its id until it is first followed. */
export interface ChosenItem extends Course, Target {
  readonly id: string;
}

export interface ChosenItems {
  add(item: Omit<ChosenItem, 'id'>): Promise<ChosenItem>;
  /** Finds an item of this tenant; those of others are unknown. */
  get(tenant: Tenant, id: string): Promise<ChosenItem | undefined>;
}

/** Gives the links of all courses. */
export function linksIn(db: Kysely<Schema>, clock: Clock): Links {
  const ofPlace = prepared(db, (on, place: LinkPlace) =>
    on
      .selectFrom('links')
      .selectAll()
      .where((link) => link.and(courseColumns(place)))
      .where('resource_link_id', '=', place.resourceLinkId),
  );
  const find = async (place: LinkPlace): Promise<BoundTarget | undefined> => {
    const [row] = await ofPlace(place);
    return row && boundFrom(row);
  };
  return {
    find,
    async bind(place, target) {
      await db
        .insertInto('links')
        .values({
          ...courseColumns(place),
          resource_link_id: place.resourceLinkId,
          ...targetColumns(target),
          item_id: target.itemId ?? null,
          created_at: clock.now(),
        })
        .onConflict((clash) =>
          clash
            .columns(['platform_id', 'deployment_id', 'context_id', 'resource_link_id'])
            .doNothing(),
        )
        .execute();
      return (await find(place)) ?? target;
    },

    async rebind(place, target) {
      await db
        .updateTable('links')
        .set({ ...targetColumns(target), item_id: target.itemId ?? null })
        .where((link) => link.and(courseColumns(place)))
        .where('resource_link_id', '=', place.resourceLinkId)
        .execute();
    },

    async withId({ platformId, deploymentId }, resourceLinkId) {
      const rows = await db
        .selectFrom('links')
        .selectAll()
        .where('platform_id', '=', platformId)
        .where('deployment_id', '=', deploymentId)
        .where('resource_link_id', '=', resourceLinkId)
        .execute();
      return rows.map((row) => ({ contextId: row.context_id, ...targetFrom(row) }));
    },
  };
}

/** Gives what teachers chose. */
export function chosenItemsIn(db: Kysely<Schema>, clock: Clock): ChosenItems {
  return {
    async add(item) {
      const id = newId();
      await db
        .insertInto('chosen_items')
        .values({ id, ...courseColumns(item), ...targetColumns(item), created_at: clock.now() })
        .execute();
      return { ...item, id };
    },

    async get({ platformId, deploymentId }, id) {
      const row = await db
        .selectFrom('chosen_items')
        .selectAll()
        .where('id', '=', id)
        .where('platform_id', '=', platformId)
        .where('deployment_id', '=', deploymentId)
        .executeTakeFirst();
      return row && { id, platformId, deploymentId, contextId: row.context_id, ...targetFrom(row) };
    },
  };
}

function targetColumns({ roomId, opens, recordID }: Target) {
  return { room_id: roomId, opens, record_id: recordID ?? null };
}

function boundFrom(row: LinkRow): BoundTarget {
  return { ...targetFrom(row), ...(row.item_id !== null && { itemId: row.item_id }) };
}

function targetFrom({ room_id, opens, record_id }: LinkRow | ChosenItemRow): Target {
  return { roomId: room_id, opens, ...(record_id !== null && { recordID: record_id }) };
}
