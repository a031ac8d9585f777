import type { BbbErrorCode } from '@bluebridge/core';
import { type Kysely, sql } from 'kysely';
import { hour, minute, second } from '../clock.ts';
import type { MeetingWatchRow } from './rows/meetings.ts';
import type { Schema } from './schema.ts';

/** What all processes know of one meeting and of asking for it. Times are epoch ms, 0 for never. */
export interface MeetingWatch {
  /** When the server was last asked. */
  readonly askedAt: number;
  /** Which of the questions is the last that came to an end, by the time it was asked. */
  readonly settledAt: number;
  /** The same of those that ended well. */
  readonly answeredAt: number;
  /** When it last became known without asking, because we changed it. */
  readonly changedAt: number;
  /** The latest questions, oldest first. */
  readonly recent: readonly number[];
  /** JSON of the meeting, `null` for none; absent while nothing is known. */
  readonly snapshot: string | undefined;
  /** Questions in a row that failed. */
  readonly failures: number;
  readonly failureCode: BbbErrorCode | undefined;
  /** When something last happened in it, or will have: a reason to look. */
  readonly eventAt: number;
  /** When the server last told of it by itself. */
  readonly hookAt: number;
}

/** What was asked so far. */
export type LastQuestions = Pick<MeetingWatch, 'askedAt' | 'recent'>;

/** What became of a question. */
export type Settlement = { readonly snapshot: string } | { readonly failure: BbbErrorCode };

/** What is known of meetings without asking. */
export interface Note {
  readonly at: number;
  readonly snapshot?: string;
  readonly eventAt?: number;
  readonly hookAt?: number;
}

/** What processes on one database know of running meetings, so that one asks for all. */
export interface MeetingWatches {
  get(meetingID: string): Promise<MeetingWatch | undefined>;
  /**
   * Takes the right to ask at a time, given what was read before. Of all who try on the same
   * reading, one is answered true.
   */
  claim(meetingID: string, seen: LastQuestions | undefined, at: number): Promise<boolean>;
  /**
   * Keeps the answer to the question asked at a time, unless a later one was answered, or the
   * meeting was changed, meanwhile.
   */
  settle(meetingID: string, askedAt: number, settlement: Settlement): Promise<void>;
  /** Notes that the question asked at a time has ended, and its answer is kept nowhere. */
  release(meetingID: string, askedAt: number): Promise<void>;
  note(meetingID: string, note: Note): Promise<void>;
  /** Drops what nobody looked at since a time. */
  purge(before: number): Promise<void>;
}

/** As many questions as a minute may have. */
export const mostQuestions = 12;
/**
 * The minute of the server, with a second to spare: one question reaches it sooner than another,
 * and clocks of processes differ a little.
 */
export const questionsWithin = minute + second;
/** How long a meeting nobody asks for is remembered. */
export const rememberedFor = hour;

/** Gives what is known of the meetings of all rooms. */
export function meetingWatchesIn(db: Kysely<Schema>): MeetingWatches {
  const update = (meetingID: string) =>
    db.updateTable('meeting_watches').where('meeting_id', '=', meetingID);
  return {
    async get(meetingID) {
      const row = await db
        .selectFrom('meeting_watches')
        .selectAll()
        .where('meeting_id', '=', meetingID)
        .executeTakeFirst();
      return row && watchFrom(row);
    },

    async claim(meetingID, seen, at) {
      const recent = JSON.stringify([...(seen?.recent ?? []), at].slice(-mostQuestions));
      const claimed = await db
        .insertInto('meeting_watches')
        .values({ ...unknown(meetingID), asked_at: at, recent })
        .onConflict((clash) =>
          clash
            .column('meeting_id')
            .doUpdateSet({ asked_at: at, recent })
            .where('meeting_watches.asked_at', '=', seen?.askedAt ?? 0)
            .where('meeting_watches.recent', '=', JSON.stringify(seen?.recent ?? [])),
        )
        .returning('meeting_id')
        .executeTakeFirst();
      return claimed !== undefined;
    },

    async settle(meetingID, askedAt, settlement) {
      if ('failure' in settlement) {
        await update(meetingID)
          .where('settled_at', '<=', askedAt)
          .set((row) => ({
            settled_at: askedAt,
            failures: row('failures', '+', 1),
            failure_code: settlement.failure,
          }))
          .execute();
        return;
      }
      await update(meetingID)
        .where('settled_at', '<=', askedAt)
        .set({
          settled_at: askedAt,
          answered_at: askedAt,
          failures: 0,
          failure_code: null,
          snapshot: sql<string>`case when changed_at > ${askedAt} then snapshot else ${settlement.snapshot} end`,
        })
        .execute();
    },

    async release(meetingID, askedAt) {
      await update(meetingID)
        .where('settled_at', '<=', askedAt)
        .set({ settled_at: askedAt })
        .execute();
    },

    async note(meetingID, { at, snapshot, eventAt, hookAt }) {
      const changes = {
        ...(snapshot !== undefined && {
          snapshot,
          changed_at: at,
          failures: 0,
          failure_code: null,
        }),
        ...(eventAt !== undefined && { event_at: eventAt }),
        ...(hookAt !== undefined && { hook_at: hookAt }),
      };
      await db
        .insertInto('meeting_watches')
        .values({ ...unknown(meetingID), ...changes })
        .onConflict((clash) => clash.column('meeting_id').doUpdateSet(changes))
        .execute();
    },

    async purge(before) {
      await db
        .deleteFrom('meeting_watches')
        .where('asked_at', '<', before)
        .where('changed_at', '<', before)
        .where('event_at', '<', before)
        .execute();
    },
  };
}

function unknown(meetingID: string): MeetingWatchRow {
  return {
    meeting_id: meetingID,
    asked_at: 0,
    recent: '[]',
    settled_at: 0,
    answered_at: 0,
    changed_at: 0,
    snapshot: null,
    failures: 0,
    failure_code: null,
    event_at: 0,
    hook_at: 0,
  };
}

function watchFrom(row: MeetingWatchRow): MeetingWatch {
  return {
    askedAt: row.asked_at,
    settledAt: row.settled_at,
    answeredAt: row.answered_at,
    changedAt: row.changed_at,
    recent: JSON.parse(row.recent) as number[],
    snapshot: row.snapshot ?? undefined,
    failures: row.failures,
    failureCode: (row.failure_code as BbbErrorCode | null) ?? undefined,
    eventAt: row.event_at,
    hookAt: row.hook_at,
  };
}
