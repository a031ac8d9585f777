import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Engine } from './engines/engine.ts';
import type { RecordingListRow } from './rows/recordings.ts';
import type { Schema } from './schema.ts';

/** How our index of one room stands towards the server. Times are epoch ms. */
export interface RecordingList {
  readonly readAt: number | undefined;
  readonly dueAt: number | undefined;
  readonly failures: number;
  /** When the room's last meeting was found over. */
  readonly endedAt: number | undefined;
  readonly isLive: boolean;
}

/** What changes whenever somebody has asked. */
export type SeenList = Pick<RecordingList, 'readAt' | 'failures'>;

/** A room whose recordings are to be asked about. */
export interface ListedRoom {
  readonly roomId: string;
  readonly meetingID: string;
}

/** What an ended meeting may have left. */
export interface EndedMeeting {
  readonly recordID: string;
  /** Whether its recording was seen to be on. */
  readonly wasRecorded: boolean;
}

export interface RecordingLists {
  get(roomId: string): Promise<RecordingList | undefined>;
  /** Begins the list of a room; does nothing when there is one. */
  begin(roomId: string): Promise<void>;
  /**
   * Takes the right to ask about a room until `leaseMs` are over; false when somebody has it, or
   * has asked since the list was seen so.
   */
  claim(roomId: string, leaseMs: number, seen: SeenList): Promise<boolean>;
  /** Does so for those rooms that are longest due. */
  claimDue(most: number, leaseMs: number): Promise<readonly ListedRoom[]>;
  /** Gives the right back: when all was read, if it was, and when to ask again. */
  settle(
    roomId: string,
    outcome: { readonly readAt?: number; readonly failures: number; readonly dueAt?: number },
  ): Promise<void>;
  /** Lets a room be due at a time unless it is so earlier. */
  hasten(roomId: string, dueAt: number): Promise<void>;
  /** Notes the recording that the open meeting would leave, and whether it is on. */
  noteLive(roomId: string, meeting: EndedMeeting): Promise<void>;
  /** Notes that the meeting which was last seen open is being recorded. */
  noteRecorded(roomId: string): Promise<void>;
  /**
   * Notes that the room has no meeting, or only the one that would leave another recording. Of all
   * who do, one is answered which meeting has ended.
   */
  noteEnded(roomId: string, except?: string): Promise<EndedMeeting | undefined>;
}

/** Gives what all processes on one database know about when to ask for recordings. */
export function recordingListsIn({ db, locksRows }: Engine, clock: Clock): RecordingLists {
  const change = (roomId: string) =>
    db.updateTable('recording_lists').where('room_id', '=', roomId);
  const blank = { failures: 0, live_recorded: 0 };
  return {
    async get(roomId) {
      const row = await db
        .selectFrom('recording_lists')
        .selectAll()
        .where('room_id', '=', roomId)
        .executeTakeFirst();
      return row && listFrom(row);
    },

    async begin(roomId) {
      await db
        .insertInto('recording_lists')
        .values({ room_id: roomId, ...blank })
        .onConflict((clash) => clash.column('room_id').doNothing())
        .execute();
    },

    async claim(roomId, leaseMs, { readAt, failures }) {
      const now = clock.now();
      const claimed = await change(roomId)
        .set(leased(now + leaseMs))
        .where('failures', '=', failures)
        .where('read_at', 'is not distinct from', readAt ?? null)
        .where((list) => list.or([list('lease_until', 'is', null), list('lease_until', '<=', now)]))
        .returning('room_id')
        .executeTakeFirst();
      return claimed !== undefined;
    },

    async claimDue(most, leaseMs) {
      const now = clock.now();
      const due = db
        .selectFrom('recording_lists')
        .select('room_id')
        .where('due_at', '<=', now)
        .where((list) => list.or([list('lease_until', 'is', null), list('lease_until', '<=', now)]))
        .orderBy('due_at')
        .limit(most)
        .$if(locksRows, skippingLocked);
      const claimed = await db
        .updateTable('recording_lists')
        .set(leased(now + leaseMs))
        .where('room_id', 'in', due)
        .returning('room_id')
        .execute();
      return claimed.length === 0 ? [] : roomsNamed(db, claimed);
    },

    async settle(roomId, { readAt, failures, dueAt }) {
      await change(roomId)
        .set((list) => ({
          lease_until: null,
          failures,
          // Somebody may have heard something new while we asked.
          due_at: list
            .case()
            .when('due_at', '<', list.ref('lease_until'))
            .then(list.ref('due_at'))
            .else(dueAt ?? null)
            .end(),
          ...(readAt !== undefined && { read_at: readAt }),
        }))
        .execute();
    },

    async hasten(roomId, dueAt) {
      await change(roomId)
        .set({ due_at: dueAt })
        .where((list) => list.or([list('due_at', 'is', null), list('due_at', '>', dueAt)]))
        .execute();
    },

    async noteLive(roomId, { recordID, wasRecorded }) {
      const changes = { live_record_id: recordID };
      await db
        .insertInto('recording_lists')
        .values({ room_id: roomId, ...blank, ...changes, live_recorded: wasRecorded ? 1 : 0 })
        .onConflict((clash) =>
          clash.column('room_id').doUpdateSet((list) => ({
            ...changes,
            // What was recorded once stays so for this meeting.
            live_recorded: wasRecorded
              ? 1
              : list
                  .case()
                  .when('recording_lists.live_record_id', '=', recordID)
                  .then(list.ref('recording_lists.live_recorded'))
                  .else(0)
                  .end(),
          })),
        )
        .execute();
    },

    async noteRecorded(roomId) {
      await change(roomId)
        .set({ live_recorded: 1 })
        .where('live_record_id', 'is not', null)
        .execute();
    },

    async noteEnded(roomId, except = '') {
      const live = await db
        .selectFrom('recording_lists')
        .select(['live_record_id', 'live_recorded'])
        .where('room_id', '=', roomId)
        .where('live_record_id', '!=', except)
        .executeTakeFirst();
      if (!live?.live_record_id) return undefined;
      const ended = await change(roomId)
        .set({ live_record_id: null, live_recorded: 0, ended_at: clock.now() })
        .where('live_record_id', '=', live.live_record_id)
        .returning('room_id')
        .executeTakeFirst();
      return ended && { recordID: live.live_record_id, wasRecorded: live.live_recorded === 1 };
    },
  };
}

/** Whoever asks may die: then the room is due again when the lease is over. */
function leased(until: number) {
  return { lease_until: until, due_at: until };
}

async function roomsNamed(
  db: Kysely<Schema>,
  claimed: readonly { readonly room_id: string }[],
): Promise<readonly ListedRoom[]> {
  const ids = claimed.map(({ room_id }) => room_id);
  const rows = await db
    .selectFrom('rooms')
    .select(['id', 'meeting_id'])
    .where('id', 'in', ids)
    .execute();
  return rows.map(({ id, meeting_id }) => ({ roomId: id, meetingID: meeting_id }));
}

function skippingLocked<T>(query: SelectQueryBuilder<Schema, 'recording_lists', T>) {
  return query.forUpdate().skipLocked();
}

function listFrom(row: RecordingListRow): RecordingList {
  return {
    readAt: row.read_at ?? undefined,
    dueAt: row.due_at ?? undefined,
    failures: row.failures,
    endedAt: row.ended_at ?? undefined,
    isLive: row.live_record_id !== null,
  };
}
