import type { Clock } from '../clock.ts';
import type { Engine } from './engines/engine.ts';
import { type MeetingTurn, takeTurn } from './reservations.ts';
import {
  changeIn,
  columnsOf,
  type EndedBy,
  endIn,
  listOpenIn,
  type MeetingChanges,
  meetingFrom,
  type StoredMeeting,
} from './stored-meeting.ts';

export interface StoredMeetings {
  get(id: string): Promise<StoredMeeting | undefined>;
  /** Finds the meeting of a room that has not ended. */
  openIn(roomId: string): Promise<StoredMeeting | undefined>;
  /** Lists all that have not ended, the oldest first. */
  listOpen(): Promise<readonly StoredMeeting[]>;
  /**
   * Changes a meeting that has not ended and is still as it was read; answers it as it is now, or
   * undefined when somebody else was quicker.
   */
  change(meeting: StoredMeeting, changes: MeetingChanges): Promise<StoredMeeting | undefined>;
  /** Makes a planned meeting live; does nothing when it is live already or ended. */
  settle(
    id: string,
    facts: Required<Pick<MeetingChanges, 'createTime' | 'internalID' | 'plannedEndAt'>>,
  ): Promise<void>;
  /** Gives a plan back that is still as it was read. */
  release(meeting: StoredMeeting): Promise<void>;
  /** Marks a meeting as ended, whatever else happened to it. Of several, exactly one hears true. */
  end(id: string, by: EndedBy): Promise<boolean>;
  /**
   * Works on meetings while nobody else does who takes a turn of the same name, in any process.
   * Meanwhile nothing else of the storage may be asked.
   */
  inTurn<T>(name: string, work: (turn: MeetingTurn) => Promise<T>): Promise<T>;
  /** Forgets meetings that ended before a time. */
  forgetEnded(before: number): Promise<void>;
}

/** Gives the meetings of all rooms. */
export function meetingsIn(engine: Engine, clock: Clock): StoredMeetings {
  const { db } = engine;
  const rows = () => db.selectFrom('meetings').selectAll();
  return {
    async get(id) {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row && meetingFrom(row);
    },
    async openIn(roomId) {
      const row = await rows()
        .where('room_id', '=', roomId)
        .where('state', '<>', 'ended')
        .executeTakeFirst();
      return row && meetingFrom(row);
    },
    async listOpen() {
      return listOpenIn(db);
    },
    change: (meeting, changes) => changeIn(db, meeting, changes),
    async settle(id, facts) {
      await db
        .updateTable('meetings')
        .set((meeting) => ({
          ...columnsOf(facts),
          state: 'live' as const,
          revision: meeting('revision', '+', 1),
        }))
        .where('id', '=', id)
        .where('state', '=', 'planned')
        .execute();
    },
    async release({ id, revision }) {
      await db
        .updateTable('meetings')
        .set({ state: 'ended', ended_at: clock.now(), ended_by: 'refused', revision: revision + 1 })
        .where('id', '=', id)
        .where('revision', '=', revision)
        .where('state', '=', 'planned')
        .execute();
    },
    end: (id, by) => endIn(db, id, by, clock.now()),
    inTurn: (name, work) => takeTurn(engine, clock, name, work),
    async forgetEnded(before) {
      await db
        .deleteFrom('meetings')
        .where('state', '=', 'ended')
        .where('ended_at', '<', before)
        .execute();
    },
  };
}
