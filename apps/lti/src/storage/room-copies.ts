import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { newId } from '../tokens.ts';
import { courseColumns } from './course-columns.ts';
import type { Course } from './rooms.ts';
import type { RoomCopyRow } from './rows/courses.ts';
import type { Schema } from './schema.ts';

/** What becomes of the room behind a copied link: a room like it, the same room, or a new one. */
export type CopyChoice = RoomCopyRow['choice'];

/** A course's own version of a room of another course. */
export interface RoomCopy extends Course {
  readonly id: string;
  readonly sourceRoomId: string;
  /** The course's own room; what its links open unless the source is shared. */
  readonly roomId: string;
  readonly choice: CopyChoice;
  /** Whether a teacher chose, and it is not just as it came about. */
  readonly isChosen: boolean;
}

export interface AddedCopy {
  readonly copy: RoomCopy;
  readonly isNew: boolean;
}

export interface RoomCopies {
  /**
   * Notes that a room is a course's copy of another. Of several at once the first stays; `isNew`
   * is true for that one alone.
   */
  add(course: Course, sourceRoomId: string, roomId: string): Promise<AddedCopy>;
  /** Finds a course's version of a room. */
  ofSource(course: Course, sourceRoomId: string): Promise<RoomCopy | undefined>;
  /** Finds what a room of a course, or one that it shares, is a copy of. */
  ofRoom(course: Course, roomId: string): Promise<RoomCopy | undefined>;
  /** Puts a choice into force for all links of the course that open the copy or its source. */
  choose(copy: RoomCopy, choice: CopyChoice): Promise<void>;
  /** Tells whether a meeting was ever held in the course's own room. */
  isInUse(copy: RoomCopy): Promise<boolean>;
  /** Notes that a session may choose about a copy. */
  noteChooser(sessionId: string, copyId: string): Promise<void>;
  /** Finds what a session may choose about. */
  chosenIn(sessionId: string): Promise<RoomCopy | undefined>;
}

/** Gives the rooms of all platforms that are copies. */
export function roomCopiesIn(db: Kysely<Schema>, clock: Clock): RoomCopies {
  const ofCourse = (course: Course) =>
    db
      .selectFrom('room_copies')
      .selectAll()
      .where((row) => row.and(courseColumns(course)));

  async function ofSource(course: Course, sourceRoomId: string): Promise<RoomCopy | undefined> {
    const query = ofCourse(course).where('source_room_id', '=', sourceRoomId);
    const row = await query.executeTakeFirst();
    return row && copyFrom(row);
  }

  return {
    ofSource,

    async add(course, sourceRoomId, roomId) {
      const added = await db
        .insertInto('room_copies')
        .values({
          id: newId(),
          ...courseColumns(course),
          source_room_id: sourceRoomId,
          room_id: roomId,
          choice: 'clone',
          chosen_at: null,
          used_at: null,
          created_at: clock.now(),
        })
        .onConflict((clash) =>
          clash
            .columns(['platform_id', 'deployment_id', 'context_id', 'source_room_id'])
            .doNothing(),
        )
        .returning('id')
        .executeTakeFirst();
      const copy = await ofSource(course, sourceRoomId);
      if (!copy) throw new Error('a copy that was added is not there');
      return { copy, isNew: added !== undefined };
    },

    async ofRoom(course, roomId) {
      const row = await ofCourse(course)
        .where((copy) =>
          copy.or([copy('room_id', '=', roomId), copy('source_room_id', '=', roomId)]),
        )
        .executeTakeFirst();
      return row && copyFrom(row);
    },

    async choose(copy, choice) {
      const { id, sourceRoomId, roomId } = copy;
      const opened = choice === 'share' ? sourceRoomId : roomId;
      await db.transaction().execute(async (step) => {
        await step
          .updateTable('room_copies')
          .set({ choice, chosen_at: clock.now() })
          .where('id', '=', id)
          .execute();
        await step
          .updateTable('links')
          .set({ room_id: opened })
          .where((row) => row.and(courseColumns(copy)))
          .where('room_id', 'in', [sourceRoomId, roomId])
          .execute();
      });
    },

    async isInUse({ id, roomId }) {
      const known = await db
        .selectFrom('room_copies')
        .select('used_at')
        .where('id', '=', id)
        .executeTakeFirst();
      if (typeof known?.used_at === 'number') return true;
      const meeting = await db
        .selectFrom('meetings')
        .select('id')
        .where('room_id', '=', roomId)
        .executeTakeFirst();
      if (!meeting) return false;
      // Meetings are forgotten after a while; that there was one is not.
      const used = { used_at: clock.now() };
      await db.updateTable('room_copies').set(used).where('id', '=', id).execute();
      return true;
    },

    async noteChooser(sessionId, copyId) {
      await db
        .insertInto('session_copies')
        .values({ session_id: sessionId, copy_id: copyId })
        .execute();
    },

    async chosenIn(sessionId) {
      const row = await db
        .selectFrom('room_copies')
        .innerJoin('session_copies', 'session_copies.copy_id', 'room_copies.id')
        .selectAll('room_copies')
        .where('session_copies.session_id', '=', sessionId)
        .executeTakeFirst();
      return row && copyFrom(row);
    },
  };
}

function copyFrom(row: RoomCopyRow): RoomCopy {
  return {
    id: row.id,
    platformId: row.platform_id,
    deploymentId: row.deployment_id,
    contextId: row.context_id,
    sourceRoomId: row.source_room_id,
    roomId: row.room_id,
    choice: row.choice,
    isChosen: row.chosen_at !== null,
  };
}
