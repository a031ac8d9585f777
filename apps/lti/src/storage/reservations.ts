import type { Language } from '@bluebridge/translations';
import type { Kysely } from 'kysely';
import { type Clock, minute } from '../clock.ts';
import { newId } from '../tokens.ts';
import type { Engine } from './engines/engine.ts';
import { addJob } from './jobs.ts';
import {
  changeIn,
  type EndedBy,
  endIn,
  listOpenIn,
  type MeetingChanges,
  meetingFrom,
  type StoredMeeting,
} from './stored-meeting.ts';
import type { Schema } from './schema.ts';

/** The job that brings a meeting to its end; its key is the id of the meeting. */
export const meetingJob = 'meeting-end';

/**
 * How long a `create` may take until its meeting counts as never opened: longer than the client
 * waits for both of its tries and the looks between them.
 */
export const openingTakes = 3 * minute;

export interface NewMeeting {
  /** Undefined for a meeting of another system. */
  readonly roomId?: string;
  readonly meetingID: string;
  readonly language: Language;
  readonly plannedEndAt?: number | undefined;
  readonly seats: number;
  /** Absent while the server has not created it. */
  readonly live?: {
    readonly createTime: number;
    readonly internalID?: string | undefined;
    readonly people?: number | undefined;
  };
}

/** What may be done with meetings while nobody else works on them. */
export interface MeetingTurn {
  /** Lists all that have not ended. */
  open(): Promise<readonly StoredMeeting[]>;
  /** Adds a meeting, together with the job that ends it. */
  add(meeting: NewMeeting): Promise<StoredMeeting>;
  change(meeting: StoredMeeting, changes: MeetingChanges): Promise<StoredMeeting | undefined>;
  end(id: string, by: EndedBy): Promise<boolean>;
}

/**
 * Runs work in a transaction while nobody else who takes a turn of this name does, so that two
 * processes never promise the same seats.
 */
export function takeTurn<T>(
  { db, waitForTurn }: Engine,
  clock: Clock,
  name: string,
  work: (turn: MeetingTurn) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (step) => {
    await waitForTurn(step, `meetings ${name}`);
    return work({
      open: () => listOpenIn(step),
      add: (meeting) => add(step, clock, meeting),
      change: (meeting, changes) => changeIn(step, meeting, changes),
      end: (id, by) => endIn(step, id, by, clock.now()),
    });
  });
}

async function add(
  step: Kysely<Schema>,
  clock: Clock,
  { roomId, meetingID, language, plannedEndAt, seats, live }: NewMeeting,
): Promise<StoredMeeting> {
  const now = clock.now();
  const row = await step
    .insertInto('meetings')
    .values({
      id: newId(),
      room_id: roomId ?? null,
      meeting_id: meetingID,
      internal_id: live?.internalID ?? null,
      create_time: live?.createTime ?? null,
      language,
      opened_at: now,
      planned_end_at: plannedEndAt ?? null,
      seats,
      people: live?.people ?? null,
      state: live ? 'live' : 'planned',
      revision: 0,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  // Other systems end their meetings themselves.
  if (roomId !== undefined) {
    const dueAt = live ? now : now + openingTakes;
    await addJob(step, { kind: meetingJob, key: row.id, dueAt });
  }
  return meetingFrom(row);
}
