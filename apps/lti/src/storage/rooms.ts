import type { RoomSettingValues } from '@bluebridge/core/rooms';
import type { Kysely, Selectable } from 'kysely';
import type { Clock } from '../clock.ts';
import type { OpeningHours } from '../settings/opening-hours.ts';
import { newId } from '../tokens.ts';
import { courseColumns } from './course-columns.ts';
import { beginningIn, locksOf, type Preset, presetsIn } from './presets.ts';
import { prepared } from './prepared.ts';
import type { RoomRow } from './rows/rooms.ts';
import type { Schema } from './schema.ts';
import type { Course } from './tenant.ts';

export type { Course, Tenant } from './tenant.ts';

export interface RoomTitles {
  readonly title: string;
  /** Title of the course; may be empty. */
  readonly contextTitle: string;
}

/** What a room begins with. */
export interface RoomBeginning extends RoomTitles {
  /** Absent: what the tenant's default preset says. */
  readonly settings?: RoomSettingValues;
  readonly presetId?: string | undefined;
  readonly openingHours?: OpeningHours | undefined;
  /** The group of the course that the room is for; absent: for all. */
  readonly groupKey?: string;
  /** The room this one is a copy of. */
  readonly sourceRoomId?: string | undefined;
}

/** A persistent room of a course. */
export interface StoredRoom extends Course, RoomTitles {
  readonly id: string;
  readonly meetingID: string;
  /** Why it was made, once for each reason in a course: `link:7`, `choice:…`, `group:…`. */
  readonly madeFor: string;
  /** What its teachers set; what is absent is as usual. */
  readonly settings: RoomSettingValues;
  /** Values an administrator fixed, whatever the settings say. */
  readonly locks: RoomSettingValues;
  /** The preset the settings came from. */
  readonly presetId: string | undefined;
  /** When people may come in, week by week; absent: always. */
  readonly openingHours: OpeningHours | undefined;
  /** Counts the changes of all these. */
  readonly settingsVersion: number;
  /** Empty where the room is for the whole course. */
  readonly groupKey: string;
  readonly sourceRoomId: string | undefined;
  readonly createdAt: number;
}

export interface Rooms {
  /** Finds the room made for a reason, or makes it; its titles follow those given. */
  open(course: Course, madeFor: string, beginning: RoomBeginning): Promise<StoredRoom>;
  get(id: string): Promise<StoredRoom | undefined>;
  /** Lists the rooms of a course, oldest first. */
  listOf(course: Course): Promise<readonly StoredRoom[]>;
  byMeetingID(meetingID: string): Promise<StoredRoom | undefined>;
  /** Saves what somebody changed who saw this version. Answers false when it is an older one. */
  revise(id: string, version: number, revision: RoomRevision): Promise<boolean>;
}

/** Everything teachers set for a room. */
export type RoomRevision = Pick<StoredRoom, 'settings' | 'presetId' | 'openingHours'>;

/** Gives the rooms of all platforms. */
export function roomsIn(db: Kysely<Schema>, clock: Clock): Rooms {
  const rows = () => db.selectFrom('rooms').selectAll();
  const presets = presetsIn(db, clock);
  const byId = prepared(db, (on, { id }: { id: string }) =>
    on.selectFrom('rooms').selectAll().where('id', '=', id),
  );

  async function whole(row: Selectable<RoomRow> | undefined): Promise<StoredRoom | undefined> {
    const { platform_id: platformId = '', deployment_id: deploymentId = '' } = row ?? {};
    return row && roomFrom(row, await presets.availableTo({ platformId, deploymentId }));
  }

  return {
    async open(course, madeFor, beginning) {
      const { title, contextTitle, groupKey = '', sourceRoomId, openingHours } = beginning;
      const available = await presets.availableTo(course);
      const preset = beginning.settings === undefined ? beginningIn(available) : undefined;
      const settings = beginning.settings ?? preset?.values ?? {};
      const row = await db
        .insertInto('rooms')
        .values({
          id: newId(),
          ...courseColumns(course),
          made_for: madeFor,
          // Random, so that it says nothing about the course and no other system guesses it.
          meeting_id: `bb-${newId()}`,
          title,
          context_title: contextTitle,
          settings: JSON.stringify(settings),
          group_key: groupKey,
          source_room_id: sourceRoomId ?? null,
          preset_id: beginning.presetId ?? preset?.id ?? null,
          opening_hours: openingHours === undefined ? null : JSON.stringify(openingHours),
          created_at: clock.now(),
        })
        .onConflict((clash) =>
          clash
            .columns(['platform_id', 'deployment_id', 'context_id', 'made_for'])
            .doUpdateSet({ title, context_title: contextTitle }),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      return roomFrom(row, available);
    },

    async get(id) {
      const [row] = await byId({ id });
      return whole(row);
    },

    async listOf(course) {
      const found = await rows()
        .where((row) => row.and(courseColumns(course)))
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      const available = await presets.availableTo(course);
      return found.map((row) => roomFrom(row, available));
    },

    async byMeetingID(meetingID) {
      return whole(await rows().where('meeting_id', '=', meetingID).executeTakeFirst());
    },

    async revise(id, version, { settings, presetId, openingHours }) {
      const changed = await db
        .updateTable('rooms')
        .set({
          settings: JSON.stringify(settings),
          preset_id: presetId ?? null,
          opening_hours: openingHours === undefined ? null : JSON.stringify(openingHours),
          settings_version: version + 1,
        })
        .where('id', '=', id)
        .where('settings_version', '=', version)
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },
  };
}

function roomFrom(row: Selectable<RoomRow>, presets: readonly Preset[]): StoredRoom {
  return {
    id: row.id,
    platformId: row.platform_id,
    deploymentId: row.deployment_id,
    contextId: row.context_id,
    madeFor: row.made_for,
    meetingID: row.meeting_id,
    title: row.title,
    contextTitle: row.context_title,
    settings: JSON.parse(row.settings) as RoomSettingValues,
    locks: locksOf(presets, row.preset_id),
    presetId: row.preset_id ?? undefined,
    openingHours:
      row.opening_hours === null ? undefined : (JSON.parse(row.opening_hours) as OpeningHours),
    settingsVersion: row.settings_version,
    groupKey: row.group_key,
    sourceRoomId: row.source_room_id ?? undefined,
    createdAt: row.created_at,
  };
}
