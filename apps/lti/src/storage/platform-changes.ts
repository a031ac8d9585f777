import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { addDeployments, changeableColumns, type PlatformSettings } from './platforms.ts';
import type { Schema } from './schema.ts';

/**
 * Changes to registered platforms that came with a registration over the network. They wait,
 * because new addresses mean new keys, and whoever holds those may say who anybody is.
 */
export interface PlatformChanges {
  /** Keeps a change until somebody approves it; a newer one replaces it. */
  propose(platformId: string, settings: PlatformSettings): Promise<void>;
  get(platformId: string): Promise<PlatformSettings | undefined>;
  /** Puts a waiting change into force. Answers false when there is none. */
  approve(platformId: string): Promise<boolean>;
}

/** Gives the changes that wait for an administrator. */
export function platformChangesIn(db: Kysely<Schema>, clock: Clock): PlatformChanges {
  return {
    async propose(platformId, settings) {
      const change = { settings: JSON.stringify(settings), requested_at: clock.now() };
      await db
        .insertInto('platform_changes')
        .values({ platform_id: platformId, ...change })
        .onConflict((clash) => clash.column('platform_id').doUpdateSet(change))
        .execute();
    },

    async get(platformId) {
      const query = db.selectFrom('platform_changes').select('settings');
      const row = await query.where('platform_id', '=', platformId).executeTakeFirst();
      return row && (JSON.parse(row.settings) as PlatformSettings);
    },

    approve: (platformId) =>
      db.transaction().execute(async (step) => {
        const row = await step
          .deleteFrom('platform_changes')
          .where('platform_id', '=', platformId)
          .returning('settings')
          .executeTakeFirst();
        if (!row) return false;
        const settings = JSON.parse(row.settings) as PlatformSettings;
        await step
          .updateTable('platforms')
          .set(changeableColumns(settings))
          .where('id', '=', platformId)
          .execute();
        await addDeployments(step, platformId, settings.deploymentIds);
        return true;
      }),
  };
}
