import {
  type IndexedRecording,
  type RecordingChange,
  type RecordingFacts,
  recordingView,
} from '@bluebridge/core/rooms';
import { type Kysely, sql } from 'kysely';
import type { RecordingRow } from './rows/recordings.ts';
import type { Schema } from './schema.ts';

/** Who of the people of a room may see a recording, once it is published. */
export type Audience = 'room' | 'teachers';

/** A recording of a room, as our index has it. */
export interface StoredRecording extends IndexedRecording {
  readonly audience: Audience;
}

export interface RecordingSearch {
  /** A piece of the name, in any case and with or without accents. */
  readonly text?: string | undefined;
  /** Earliest and latest beginning, epoch ms; what has none is then left out. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** What the index of a room becomes. */
export interface NewIndex {
  readonly index: readonly IndexedRecording[];
  readonly changes: readonly RecordingChange[];
}

export interface Recordings {
  /** Lists a room's recordings, the newest first. */
  listOf(roomId: string, search?: RecordingSearch): Promise<readonly StoredRecording[]>;
  get(roomId: string, recordID: string): Promise<StoredRecording | undefined>;
  /**
   * Rewrites the index of a room by what `decide` makes of it. Others who rewrite the same index
   * wait meanwhile.
   */
  rewrite(roomId: string, decide: (index: readonly IndexedRecording[]) => NewIndex): Promise<void>;
  /** Adds one that is expected; does nothing when it is known already. */
  expect(roomId: string, recordID: string, since: number): Promise<void>;
  remove(roomId: string, recordID: string): Promise<void>;
  setAudience(roomId: string, recordID: string, audience: Audience): Promise<void>;
}

/** Gives the index of the recordings of all rooms. */
export function recordingsIn(db: Kysely<Schema>): Recordings {
  const ids = (roomId: string, recordID: string) => ({ room_id: roomId, record_id: recordID });
  const remove = async (from: Kysely<Schema>, roomId: string, recordID: string) => {
    await from
      .deleteFrom('recordings')
      .where('room_id', '=', roomId)
      .where('record_id', '=', recordID)
      .execute();
  };
  const rowsOf = (from: Kysely<Schema>, roomId: string) =>
    from.selectFrom('recordings').selectAll().where('room_id', '=', roomId);

  return {
    async listOf(roomId, { text = '', from, to } = {}) {
      let rows = rowsOf(db, roomId);
      if (from !== undefined) rows = rows.where('started_at', '>=', from);
      if (to !== undefined) rows = rows.where('started_at', '<=', to);
      const words = foldedText(text.trim());
      if (words !== '') {
        rows = rows.where(sql<boolean>`search_text like ${`%${likeLiteral(words)}%`} escape '\\'`);
      }
      const found = await rows.orderBy('record_id').execute();
      return found
        .toSorted((one, other) => (other.started_at ?? 0) - (one.started_at ?? 0))
        .map(recordingFrom);
    },

    async get(roomId, recordID) {
      const row = await rowsOf(db, roomId).where('record_id', '=', recordID).executeTakeFirst();
      return row && recordingFrom(row);
    },

    async rewrite(roomId, decide) {
      await db.transaction().execute(async (step) => {
        // Locks the room's list, so that two who compare do so one after the other.
        await step
          .updateTable('recording_lists')
          .set((list) => ({ failures: list.ref('failures') }))
          .where('room_id', '=', roomId)
          .execute();
        const known = await rowsOf(step, roomId).execute();
        const { index, changes } = decide(known.map(recordingFrom));
        const changed = new Set(changes.map(({ recordID }) => recordID));
        const kept = new Set(index.map(({ recordID }) => recordID));
        for (const recordID of changed) {
          if (!kept.has(recordID)) await remove(step, roomId, recordID);
        }
        for (const recording of index) {
          if (!changed.has(recording.recordID)) continue;
          const columns = columnsOf(recording);
          await step
            .insertInto('recordings')
            .values({ ...ids(roomId, recording.recordID), ...columns, audience: 'room' })
            .onConflict((clash) => clash.columns(['room_id', 'record_id']).doUpdateSet(columns))
            .execute();
        }
      });
    },

    async expect(roomId, recordID, since) {
      const expected = { recordID, state: 'expected', expectedSince: since } as const;
      await db
        .insertInto('recordings')
        .values({ ...ids(roomId, recordID), ...columnsOf(expected), audience: 'room' })
        .onConflict((clash) => clash.columns(['room_id', 'record_id']).doNothing())
        .execute();
    },

    remove: (roomId, recordID) => remove(db, roomId, recordID),

    async setAudience(roomId, recordID, audience) {
      await db
        .updateTable('recordings')
        .set({ audience })
        .where('room_id', '=', roomId)
        .where('record_id', '=', recordID)
        .execute();
    },
  };
}

function columnsOf(recording: IndexedRecording) {
  const { state, facts, expectedSince, missingSince } = recording;
  const shown = recordingView(recording, 'moderator');
  return {
    state,
    facts: facts === undefined ? null : JSON.stringify(facts),
    search_text: foldedText(shown?.title ?? ''),
    started_at: shown?.startedAt ?? null,
    expected_since: expectedSince ?? null,
    missing_since: missingSince ?? null,
  };
}

function recordingFrom(row: RecordingRow): StoredRecording {
  return {
    recordID: row.record_id,
    state: row.state,
    ...(row.facts !== null && { facts: JSON.parse(row.facts) as RecordingFacts }),
    ...(row.expected_since !== null && { expectedSince: row.expected_since }),
    ...(row.missing_since !== null && { missingSince: row.missing_since }),
    audience: row.audience,
  };
}

/** Writes a text so that it is found in any case, with or without accents, on any database. */
function foldedText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\0]/gu, '')
    .toLowerCase();
}

/** Takes away what `%` and `_` mean in a pattern. */
function likeLiteral(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`);
}
