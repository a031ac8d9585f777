import type { Kysely } from 'kysely';
import { type Clock, hour } from '../clock.ts';
import { adminAbsoluteLifetime, adminIdleLifetime } from './admins.ts';
import type { Schema } from './schema.ts';
import { absoluteLifetime, idleLifetime } from './sessions.ts';

/** How long things are kept, in ms. */
export interface Terms {
  readonly audit: number;
  readonly launchTraces: number;
  /** What teachers chose for a link that nobody ever followed. */
  readonly unusedItems: number;
}

/** How many rows were forgotten. */
export interface Forgotten {
  readonly audit: number;
  readonly launchTraces: number;
  readonly unusedItems: number;
  /** Sessions, logins, tickets and codes whose time was over. */
  readonly expired: number;
}

export interface Retention {
  /** Forgets what was kept long enough. */
  apply(terms: Terms): Promise<Forgotten>;
}

/** A login is still found for a while after its end, to offer another try. */
const loginAfterlife = hour;

/** Gives what makes the database forget. */
export function retentionIn(db: Kysely<Schema>, clock: Clock): Retention {
  return {
    async apply({ audit, launchTraces, unusedItems }) {
      const now = clock.now();
      const itemsOfLinks = db
        .selectFrom('links')
        .select('item_id')
        .where('item_id', 'is not', null)
        .$castTo<{ item_id: string }>();
      const deletions = {
        audit: [db.deleteFrom('audit').where('at', '<', now - audit)],
        launchTraces: [db.deleteFrom('launch_traces').where('at', '<', now - launchTraces)],
        unusedItems: [
          db
            .deleteFrom('chosen_items')
            .where('created_at', '<', now - unusedItems)
            .where('id', 'not in', itemsOfLinks),
        ],
        expired: [
          db.deleteFrom('logins').where('expires_at', '<', now - loginAfterlife),
          db.deleteFrom('tickets').where('expires_at', '<=', now),
          db.deleteFrom('choosers').where('expires_at', '<=', now),
          db.deleteFrom('admin_codes').where('expires_at', '<=', now),
          db
            .deleteFrom('sessions')
            .where((row) =>
              row.or([
                row('last_used_at', '<=', now - idleLifetime),
                row('created_at', '<=', now - absoluteLifetime),
              ]),
            ),
          db
            .deleteFrom('admin_sessions')
            .where((row) =>
              row.or([
                row('last_used_at', '<=', now - adminIdleLifetime),
                row('created_at', '<=', now - adminAbsoluteLifetime),
              ]),
            ),
        ],
      };
      const count = async (queries: readonly Deletion[]) => {
        let total = 0n;
        for (const query of queries)
          total += (await query.executeTakeFirst())?.numDeletedRows ?? 0n;
        return Number(total);
      };
      return {
        audit: await count(deletions.audit),
        launchTraces: await count(deletions.launchTraces),
        unusedItems: await count(deletions.unusedItems),
        expired: await count(deletions.expired),
      };
    },
  };
}

interface Deletion {
  executeTakeFirst(): Promise<{ readonly numDeletedRows: bigint } | undefined>;
}
