import type { Language } from '@bluebridge/translations';
import type { Kysely } from 'kysely';
import type { MeetingRow } from './rows/meetings.ts';
import type { Schema } from './schema.ts';

/** `end` calls for a meeting so far. */
export interface EndCalls {
  readonly times: number;
  readonly lastAt: number;
  readonly failed?: boolean;
  /** Somebody pressed the button. */
  readonly byPerson?: boolean;
  /** Nothing more is tried. */
  readonly gaveUp?: boolean;
  /** The last one was decided, and nobody has written down yet what became of it. */
  readonly pending?: boolean;
}

/** One meeting: its row is there before the server is asked to create it. */
export interface StoredMeeting {
  readonly id: string;
  /** Undefined for a meeting that another system has on the same account. */
  readonly roomId: string | undefined;
  readonly meetingID: string;
  readonly internalID: string | undefined;
  /** When it began by the server's clock; undefined while planned. */
  readonly createTime: number | undefined;
  /** Of whoever opened it. */
  readonly language: Language;
  /** When it was decided to open it. */
  readonly openedAt: number;
  /** Undefined for a meeting that may last. */
  readonly plannedEndAt: number | undefined;
  /** Seats it reserves; 0 where the server reserves none. */
  readonly seats: number;
  /** Who was in when it was last read. */
  readonly people: number | undefined;
  readonly state: MeetingRow['state'];
  readonly warnedAt: number | undefined;
  readonly ends: EndCalls | undefined;
  /** What the last look at the server found. */
  readonly seen:
    | { readonly at: number; readonly meeting: 'live' | 'ending' | 'absent' }
    | undefined;
  readonly endedAt: number | undefined;
  readonly endedBy: MeetingRow['ended_by'];
  /** Grows with every change. */
  readonly revision: number;
}

export type EndedBy = NonNullable<MeetingRow['ended_by']>;

export type MeetingChanges = Partial<
  Omit<StoredMeeting, 'id' | 'roomId' | 'meetingID' | 'revision' | 'endedAt' | 'endedBy'>
>;

/** Lists meetings that have not ended, within a transaction or without. */
export async function listOpenIn(db: Kysely<Schema>): Promise<readonly StoredMeeting[]> {
  const query = db.selectFrom('meetings').selectAll().where('state', '<>', 'ended');
  return (await query.orderBy('opened_at').orderBy('id').execute()).map(meetingFrom);
}

/** Changes a meeting if it is still as it was read. */
export async function changeIn(
  db: Kysely<Schema>,
  { id, revision }: StoredMeeting,
  changes: MeetingChanges,
): Promise<StoredMeeting | undefined> {
  const row = await db
    .updateTable('meetings')
    .set({ ...columnsOf(changes), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '<>', 'ended')
    .returningAll()
    .executeTakeFirst();
  return row && meetingFrom(row);
}

/** Marks a meeting as ended; answers whether it was not before. */
export async function endIn(
  db: Kysely<Schema>,
  id: string,
  by: EndedBy,
  now: number,
): Promise<boolean> {
  const row = await db
    .updateTable('meetings')
    .set((meeting) => ({
      state: 'ended' as const,
      ended_at: now,
      ended_by: by,
      revision: meeting('revision', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '<>', 'ended')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives the columns of what changes. */
export function columnsOf(changes: MeetingChanges): Partial<MeetingRow> {
  const { internalID, createTime, openedAt, plannedEndAt, people, warnedAt, ends, seen, ...rest } =
    changes;
  return {
    ...rest,
    ...(internalID !== undefined && { internal_id: internalID }),
    ...(createTime !== undefined && { create_time: createTime }),
    ...(openedAt !== undefined && { opened_at: openedAt }),
    ...('plannedEndAt' in changes && { planned_end_at: plannedEndAt ?? null }),
    ...(people !== undefined && { people }),
    ...('warnedAt' in changes && { warned_at: warnedAt ?? null }),
    ...(ends !== undefined && { ends: JSON.stringify(ends) }),
    ...(seen !== undefined && { seen_at: seen.at, seen: seen.meeting }),
  };
}

/** Reads a meeting from its row. */
export function meetingFrom(row: MeetingRow): StoredMeeting {
  return {
    id: row.id,
    roomId: row.room_id ?? undefined,
    meetingID: row.meeting_id,
    internalID: row.internal_id ?? undefined,
    createTime: row.create_time ?? undefined,
    language: row.language as Language,
    openedAt: row.opened_at,
    plannedEndAt: row.planned_end_at ?? undefined,
    seats: row.seats,
    people: row.people ?? undefined,
    state: row.state,
    warnedAt: row.warned_at ?? undefined,
    ends: row.ends === null ? undefined : (JSON.parse(row.ends) as EndCalls),
    seen:
      row.seen_at === null || row.seen === null
        ? undefined
        : { at: row.seen_at, meeting: row.seen },
    endedAt: row.ended_at ?? undefined,
    endedBy: row.ended_by,
    revision: row.revision,
  };
}
