import type { Kysely } from 'kysely';
import type { ToolKeyRow } from './rows/platforms.ts';
import type { Schema } from './schema.ts';

/** One of our own key pairs as it is stored; the private half is sealed. */
export type StoredToolKey = ToolKeyRow;

export interface StoredToolKeys {
  /** Lists the keys that are still published, oldest first. */
  list(now: number): Promise<readonly StoredToolKey[]>;
  /**
   * Stores the successor of the newest key, which leaves at `predecessorLeavesAt`. Answers false,
   * changing nothing, when another process was faster.
   */
  add(key: StoredToolKey, predecessorLeavesAt: number): Promise<boolean>;
}

/** Gives our own key pairs. */
export function toolKeysIn(db: Kysely<Schema>): StoredToolKeys {
  return {
    async list(now) {
      const query = db.selectFrom('tool_keys').selectAll();
      return query
        .where((row) => row.or([row('leaves_at', 'is', null), row('leaves_at', '>', now)]))
        .orderBy('generation')
        .execute();
    },

    add: (key, predecessorLeavesAt) =>
      db.transaction().execute(async (step) => {
        const added = await step
          .insertInto('tool_keys')
          .values(key)
          .onConflict((clash) => clash.column('generation').doNothing())
          .returning('kid')
          .executeTakeFirst();
        if (!added) return false;
        await step
          .updateTable('tool_keys')
          .set({ leaves_at: predecessorLeavesAt })
          .where('generation', '<', key.generation)
          .where('leaves_at', 'is', null)
          .execute();
        return true;
      }),
  };
}
