import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { newId } from '../tokens.ts';
import type { AuditRow } from './rows/people.ts';
import type { Schema } from './schema.ts';

/** Something that somebody with power did. */
export interface AuditEntry {
  /** The userID of a person, `administrator`, or `tool` for what it did by itself. */
  readonly actor: string;
  /** What was done, as noun and verb: `meeting.end`, `recording.delete`, `platform.allow`. */
  readonly action: string;
  readonly platformId?: string;
  readonly deploymentId?: string;
  readonly roomId?: string;
  /** Ids, counts and codes; never names, texts of people, tokens or addresses with secrets. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** An entry as it was stored. */
export interface StoredAuditEntry extends AuditEntry {
  readonly id: string;
  readonly at: number;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/** Which entries are wanted; what is absent does not matter. */
export interface AuditFilter {
  /** The beginning of the action: `meeting` finds `meeting.end`. */
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly platformId?: string | undefined;
  readonly roomId?: string | undefined;
  /** From this time on, epoch ms. */
  readonly from?: number | undefined;
  /** Up to and without this time. */
  readonly to?: number | undefined;
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly StoredAuditEntry[];
  /** Where the next page goes on; absent on the last one. */
  readonly next?: string;
}

export interface Audit {
  /** Adds an entry. Entries are never changed, and go only when they are old. */
  note(entry: AuditEntry): Promise<void>;
  /** Reads entries, newest first: from the beginning, or after the page whose `next` is given. */
  read(filter: AuditFilter, page: { size: number; after?: string | undefined }): Promise<AuditPage>;
}

/** Gives the record of what people with power did. */
export function auditIn(db: Kysely<Schema>, clock: Clock): Audit {
  return {
    async note({ actor, action, platformId, deploymentId, roomId, detail = {} }) {
      await db
        .insertInto('audit')
        .values({
          id: newId(),
          at: clock.now(),
          platform_id: platformId ?? null,
          deployment_id: deploymentId ?? null,
          room_id: roomId ?? null,
          actor,
          action,
          detail: JSON.stringify(detail),
        })
        .execute();
    },

    async read(filter, { size, after }) {
      const place = placeIn(after);
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .where((row) => {
          const { action, actor, platformId, roomId, from, to } = filter;
          const wanted = [
            // Compared by length, so that no character of the filter means anything else.
            ...(action
              ? [row(row.fn('substr', ['action', row.lit(1), row.lit(action.length)]), '=', action)]
              : []),
            ...(actor ? [row('actor', '=', actor)] : []),
            ...(platformId ? [row('platform_id', '=', platformId)] : []),
            ...(roomId ? [row('room_id', '=', roomId)] : []),
            ...(from === undefined ? [] : [row('at', '>=', from)]),
            ...(to === undefined ? [] : [row('at', '<', to)]),
          ];
          if (place) {
            const earlier = row('at', '<', place.at);
            wanted.push(
              row.or([earlier, row.and([row('at', '=', place.at), row('id', '>', place.id)])]),
            );
          }
          return row.and(wanted);
        })
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(size + 1)
        .execute();
      const entries = rows.slice(0, size).map(entryFrom);
      const last = entries.at(-1);
      return rows.length > size && last ? { entries, next: `${last.at}-${last.id}` } : { entries };
    },
  };
}

/** Reads where a page goes on; anything else begins anew. */
function placeIn(after: string | undefined): { at: number; id: string } | undefined {
  const [, at, id] = /^(\d{1,15})-([0-9a-f]{32})$/.exec(after ?? '') ?? [];
  return at === undefined || id === undefined ? undefined : { at: Number(at), id };
}

function entryFrom(row: AuditRow): StoredAuditEntry {
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    action: row.action,
    ...(row.platform_id !== null && { platformId: row.platform_id }),
    ...(row.deployment_id !== null && { deploymentId: row.deployment_id }),
    ...(row.room_id !== null && { roomId: row.room_id }),
    detail: JSON.parse(row.detail) as StoredAuditEntry['detail'],
  };
}
