import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { hashOf, newId } from '../tokens.ts';
import type { HookRow } from './rows/meetings.ts';
import type { Schema } from './schema.ts';

/** An address of ours that a meeting server was given, or will be. */
export interface StoredHook {
  readonly id: string;
  readonly roomId: string;
  readonly meetingID: string;
  /** The server's name for it; absent until the server has answered. */
  readonly hookID: string | undefined;
  readonly registeredAt: number;
}

/** How well events arrive from the meeting server. Epoch ms, 0 for never. */
export interface HookHealth {
  readonly eventAt: number;
  /** When asking found a change that no event had told. */
  readonly missedAt: number;
}

export interface Hooks {
  /** Notes that an address with this token will be registered for a meeting. Answers its id. */
  plan(room: { readonly id: string; readonly meetingID: string }, token: string): Promise<string>;
  /** Keeps the server's name for it. */
  name(id: string, hookID: string): Promise<void>;
  get(id: string): Promise<StoredHook | undefined>;
  byToken(token: string): Promise<StoredHook | undefined>;
  ofMeeting(meetingID: string): Promise<readonly StoredHook[]>;
  /** Tells whether a stored hook is meant by a token. */
  isOf(id: string, token: string): Promise<boolean>;
  forget(id: string): Promise<void>;
  /** Remembers events by their keys, and answers those that were new. */
  firstSeen(keys: readonly string[], forgetBefore: number): Promise<ReadonlySet<string>>;
  health(): Promise<HookHealth>;
  noteHealth(change: Partial<HookHealth>): Promise<void>;
}

/** There is one meeting server. */
const theServer = 'server';

/** Gives the hooks that all processes share. */
export function hooksIn(db: Kysely<Schema>, clock: Clock): Hooks {
  const rows = () => db.selectFrom('hooks').selectAll();
  return {
    async plan(room, token) {
      const id = newId();
      await db
        .insertInto('hooks')
        .values({
          id,
          token_hash: hashOf(token),
          room_id: room.id,
          meeting_id: room.meetingID,
          hook_id: null,
          registered_at: clock.now(),
        })
        .execute();
      return id;
    },

    async name(id, hookID) {
      await db.updateTable('hooks').set({ hook_id: hookID }).where('id', '=', id).execute();
    },

    async get(id) {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row && hookFrom(row);
    },

    async byToken(token) {
      const row = await rows().where('token_hash', '=', hashOf(token)).executeTakeFirst();
      return row && hookFrom(row);
    },

    async ofMeeting(meetingID) {
      const found = await rows()
        .where('meeting_id', '=', meetingID)
        .orderBy('registered_at')
        .execute();
      return found.map(hookFrom);
    },

    async isOf(id, token) {
      const row = await rows()
        .where('id', '=', id)
        .where('token_hash', '=', hashOf(token))
        .executeTakeFirst();
      return row !== undefined;
    },

    async forget(id) {
      await db.deleteFrom('hooks').where('id', '=', id).execute();
    },

    async firstSeen(keys, forgetBefore) {
      await db.deleteFrom('hook_events').where('seen_at', '<', forgetBefore).execute();
      if (keys.length === 0) return new Set();
      const seen_at = clock.now();
      const added = await db
        .insertInto('hook_events')
        .values(keys.map((key) => ({ key, seen_at })))
        .onConflict((clash) => clash.column('key').doNothing())
        .returning('key')
        .execute();
      return new Set(added.map(({ key }) => key));
    },

    async health() {
      const row = await db
        .selectFrom('hook_health')
        .selectAll()
        .where('id', '=', theServer)
        .executeTakeFirst();
      return { eventAt: row?.event_at ?? 0, missedAt: row?.missed_at ?? 0 };
    },

    async noteHealth({ eventAt, missedAt }) {
      const changes = {
        ...(eventAt !== undefined && { event_at: eventAt }),
        ...(missedAt !== undefined && { missed_at: missedAt }),
      };
      await db
        .insertInto('hook_health')
        .values({ id: theServer, event_at: 0, missed_at: 0, ...changes })
        .onConflict((clash) => clash.column('id').doUpdateSet(changes))
        .execute();
    },
  };
}

function hookFrom(row: HookRow): StoredHook {
  return {
    id: row.id,
    roomId: row.room_id,
    meetingID: row.meeting_id,
    hookID: row.hook_id ?? undefined,
    registeredAt: row.registered_at,
  };
}
