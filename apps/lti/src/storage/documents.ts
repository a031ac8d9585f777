import type { Kysely } from 'kysely';
import { type Clock, minute } from '../clock.ts';
import { hashOf, newId, newToken } from '../tokens.ts';
import type { Engine } from './engines/engine.ts';
import type { Schema } from './schema.ts';

/** A presentation file of a room. */
export interface RoomDocument {
  readonly id: string;
  readonly roomId: string;
  /** File name with its extension. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly addedAt: number;
}

export interface NewDocument {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

export interface Documents {
  /** Lists the documents of a room in their order; the first is shown first. */
  listOf(roomId: string): Promise<readonly RoomDocument[]>;
  /** Adds a document at the end, unless the room has `most` already; then there is no answer. */
  add(roomId: string, document: NewDocument, most: number): Promise<RoomDocument | undefined>;
  /** Moves a document of the room to a place, 0 being the first. Answers whether there is one. */
  move(roomId: string, id: string, place: number): Promise<boolean>;
  /** Removes a document of the room. Answers whether there was one. */
  remove(roomId: string, id: string): Promise<boolean>;
  /** Copies all documents of a room to another one that has none. */
  copy(fromRoomId: string, toRoomId: string): Promise<void>;
  /** Issues a token that gives the bytes of a document for ten minutes. */
  issueLink(id: string): Promise<string>;
  /** Reads the document behind a token, if it is still good. */
  byLink(token: string): Promise<(RoomDocument & { readonly content: Uint8Array }) | undefined>;
}

/** How long a meeting server has to fetch a document. */
export const linkLifetime = 10 * minute;

const columns = ['id', 'room_id', 'name', 'type', 'size', 'added_at'] as const;

type Db = Kysely<Schema>;

/** Gives the documents of all rooms. */
export function documentsIn({ db, waitForTurn }: Engine, clock: Clock): Documents {
  /** Changes the documents of a room, one change after the other. */
  function inTurn<T>(roomId: string, change: (step: Db) => Promise<T>): Promise<T> {
    return db.transaction().execute(async (step) => {
      await waitForTurn(step, `documents ${roomId}`);
      return change(step);
    });
  }

  return {
    listOf: (roomId) => listOf(db, roomId),

    add(roomId, { name, type, content }, most) {
      return inTurn(roomId, async (step) => {
        const all = await listOf(step, roomId);
        if (all.length >= most) return undefined;
        const size = content.byteLength;
        const row = {
          id: newId(),
          room_id: roomId,
          name,
          type,
          size,
          position: all.length,
          added_at: clock.now(),
        };
        await step
          .insertInto('room_documents')
          .values({ ...row, content })
          .execute();
        await number(step, [...all.map(({ id }) => id), row.id]);
        return documentFrom(row);
      });
    },

    move(roomId, id, place) {
      return inTurn(roomId, async (step) => {
        const all = (await listOf(step, roomId)).map((document) => document.id);
        if (!all.includes(id)) return false;
        const others = all.filter((other) => other !== id);
        await number(step, others.toSpliced(place, 0, id));
        return true;
      });
    },

    async remove(roomId, id) {
      const gone = await db
        .deleteFrom('room_documents')
        .where('room_id', '=', roomId)
        .where('id', '=', id)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },

    copy(fromRoomId, toRoomId) {
      return inTurn(toRoomId, async (step) => {
        if ((await listOf(step, toRoomId)).length > 0) return;
        for (const [position, { id }] of (await listOf(step, fromRoomId)).entries()) {
          await step
            .insertInto('room_documents')
            .columns(['id', 'room_id', 'name', 'type', 'size', 'position', 'content', 'added_at'])
            .expression((build) =>
              build
                .selectFrom('room_documents')
                .where('id', '=', id)
                .select((row) => [
                  row.val(newId()).as('id'),
                  row.val(toRoomId).as('room_id'),
                  'name',
                  'type',
                  'size',
                  row.cast<number>(row.val(position), 'integer').as('position'),
                  'content',
                  'added_at',
                ]),
            )
            .execute();
        }
      });
    },

    async issueLink(id) {
      const token = newToken();
      const now = clock.now();
      await db.deleteFrom('document_links').where('expires_at', '<=', now).execute();
      await db
        .insertInto('document_links')
        .values({ token_hash: hashOf(token), document_id: id, expires_at: now + linkLifetime })
        .execute();
      return token;
    },

    async byLink(token) {
      const row = await db
        .selectFrom('document_links')
        .innerJoin('room_documents', 'room_documents.id', 'document_links.document_id')
        .where('token_hash', '=', hashOf(token))
        .where('expires_at', '>', clock.now())
        .selectAll('room_documents')
        .executeTakeFirst();
      return row && { ...documentFrom(row), content: row.content };
    },
  };
}

async function listOf(db: Db, roomId: string): Promise<readonly RoomDocument[]> {
  const rows = await db
    .selectFrom('room_documents')
    .select(columns)
    .where('room_id', '=', roomId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(documentFrom);
}

/** Writes down the order of all documents of a room. */
async function number(db: Db, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await db.updateTable('room_documents').set({ position }).where('id', '=', id).execute();
  }
}

type ListedRow = Readonly<Pick<Schema['room_documents'], (typeof columns)[number]>>;

function documentFrom(row: ListedRow): RoomDocument {
  return {
    id: row.id,
    roomId: row.room_id,
    name: row.name,
    type: row.type,
    size: row.size,
    addedAt: row.added_at,
  };
}
