import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { newId } from '../tokens.ts';
import type { RoomRow, Schema } from './schema.ts';

/** Where a room lives: one resource link of one course in one deployment of one platform. */
export interface RoomPlace {
  readonly platformId: string;
  readonly deploymentId: string;
  /** Empty where the platform names no course. */
  readonly contextId: string;
  readonly resourceLinkId: string;
}

export interface RoomTitles {
  readonly title: string;
  /** Title of the course; may be empty. */
  readonly contextTitle: string;
}

/** A persistent room, owned by a resource link. */
export interface StoredRoom extends RoomPlace, RoomTitles {
  readonly id: string;
  readonly meetingID: string;
  readonly record: boolean;
  readonly anyoneCanStart: boolean;
  readonly waitForModerator: boolean;
  readonly allJoinAsModerator: boolean;
}

export interface Rooms {
  /** Finds the room of a place, or creates it; its titles follow the platform's. */
  open(place: RoomPlace, titles: RoomTitles): Promise<StoredRoom>;
  get(id: string): Promise<StoredRoom | undefined>;
}

const defaults = {
  record: 1,
  anyone_can_start: 0,
  wait_for_moderator: 1,
  all_join_as_moderator: 0,
} as const;

/** Gives the rooms of all platforms. */
export function roomsIn(db: Kysely<Schema>, clock: Clock): Rooms {
  return {
    async open(place, titles) {
      const row = await db
        .insertInto('rooms')
        .values({
          id: newId(),
          platform_id: place.platformId,
          deployment_id: place.deploymentId,
          context_id: place.contextId,
          resource_link_id: place.resourceLinkId,
          // Random, so that it says nothing about the course and no other system guesses it.
          meeting_id: `bb-${newId()}`,
          title: titles.title,
          context_title: titles.contextTitle,
          ...defaults,
          created_at: clock.now(),
        })
        .onConflict((clash) =>
          clash
            .columns(['platform_id', 'deployment_id', 'context_id', 'resource_link_id'])
            .doUpdateSet({ title: titles.title, context_title: titles.contextTitle }),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      return roomFrom(row);
    },

    async get(id) {
      const query = db.selectFrom('rooms').selectAll().where('id', '=', id);
      const row = await query.executeTakeFirst();
      return row && roomFrom(row);
    },
  };
}

function roomFrom(row: RoomRow): StoredRoom {
  return {
    id: row.id,
    platformId: row.platform_id,
    deploymentId: row.deployment_id,
    contextId: row.context_id,
    resourceLinkId: row.resource_link_id,
    meetingID: row.meeting_id,
    title: row.title,
    contextTitle: row.context_title,
    record: row.record === 1,
    anyoneCanStart: row.anyone_can_start === 1,
    waitForModerator: row.wait_for_moderator === 1,
    allJoinAsModerator: row.all_join_as_moderator === 1,
  };
}
