import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { addDeployments } from './platforms.ts';
import { prepared } from './prepared.ts';
import type { Schema } from './schema.ts';
import type { Tenant } from './tenant.ts';

export interface Deployments {
  list(platformId: string): Promise<readonly string[]>;
  /** Lists deployments that launches named and nobody allowed, newest first. */
  listWaiting(platformId: string): Promise<readonly string[]>;
  /**
   * Tells whether launches of a deployment are let in. One that is not known is noted as waiting,
   * unless the platform was registered without any and this is the first.
   */
  isWelcome(platformId: string, deploymentId: string): Promise<boolean>;
  /** Makes a deployment known because a signed launch named it; answers as {@link isWelcome}. */
  admit(platformId: string, deploymentId: string): Promise<boolean>;
  /** Makes a deployment known because an administrator says so. */
  allow(platformId: string, deploymentId: string): Promise<void>;
}

type NamedBy = 'login' | 'launch';

/** How many waiting deployments of a platform are remembered, by what named them. */
const mostWaiting: Readonly<Record<NamedBy, number>> = { login: 5, launch: 20 };

/** Gives the deployments of all platforms: each is a tenant of its own. */
export function deploymentsIn(db: Kysely<Schema>, clock: Clock): Deployments {
  const known = prepared(db, (on, { platformId, deploymentId }: Tenant) =>
    on
      .selectFrom('deployments')
      .select('deployment_id')
      .where('platform_id', '=', platformId)
      .where('deployment_id', '=', deploymentId),
  );
  const isKnown = async (platformId: string, deploymentId: string): Promise<boolean> =>
    (await known({ platformId, deploymentId })).length > 0;

  const namesOf = async (table: 'deployments' | 'waiting_deployments', platformId: string) => {
    const query = db.selectFrom(table).select('deployment_id');
    const rows = await query.where('platform_id', '=', platformId).execute();
    return rows.map((row) => row.deployment_id);
  };

  /** Anybody can send a login, so those that only logins name never push out the others. */
  async function wait(platformId: string, deploymentId: string, by: NamedBy): Promise<void> {
    const signed = by === 'launch' ? 1 : 0;
    await db
      .insertInto('waiting_deployments')
      .values({
        platform_id: platformId,
        deployment_id: deploymentId,
        seen_at: clock.now(),
        signed,
      })
      .onConflict((clash) =>
        signed === 1
          ? clash.columns(['platform_id', 'deployment_id']).doUpdateSet({ signed })
          : clash.columns(['platform_id', 'deployment_id']).doNothing(),
      )
      .execute();
    const newest = db
      .selectFrom('waiting_deployments')
      .select('deployment_id')
      .where('platform_id', '=', platformId)
      .where('signed', '=', signed)
      .orderBy('seen_at', 'desc')
      .limit(mostWaiting[by]);
    await db
      .deleteFrom('waiting_deployments')
      .where('platform_id', '=', platformId)
      .where('signed', '=', signed)
      .where('deployment_id', 'not in', newest)
      .execute();
  }

  async function add(step: Kysely<Schema>, platformId: string, deploymentId: string) {
    await addDeployments(step, platformId, [deploymentId]);
    await step
      .deleteFrom('waiting_deployments')
      .where('platform_id', '=', platformId)
      .where('deployment_id', '=', deploymentId)
      .execute();
  }

  /** Uses up the platform's one adoption; of two deployments at once only one gets it. */
  const adopt = (platformId: string, deploymentId: string): Promise<boolean> =>
    db.transaction().execute(async (step) => {
      const taken = await step
        .updateTable('platforms')
        .set({ adopts_deployment: 0 })
        .where('id', '=', platformId)
        .where('adopts_deployment', '=', 1)
        .returning('id')
        .executeTakeFirst();
      if (taken) await add(step, platformId, deploymentId);
      return taken !== undefined;
    });

  return {
    list: (platformId) => namesOf('deployments', platformId),
    listWaiting: (platformId) => namesOf('waiting_deployments', platformId),

    async isWelcome(platformId, deploymentId) {
      if (await isKnown(platformId, deploymentId)) return true;
      const query = db.selectFrom('platforms').select('adopts_deployment');
      const platform = await query.where('id', '=', platformId).executeTakeFirst();
      if (platform?.adopts_deployment === 1) return true;
      await wait(platformId, deploymentId, 'login');
      return false;
    },

    async admit(platformId, deploymentId) {
      if (await isKnown(platformId, deploymentId)) return true;
      if (await adopt(platformId, deploymentId)) return true;
      await wait(platformId, deploymentId, 'launch');
      return false;
    },

    allow: (platformId, deploymentId) =>
      db.transaction().execute((step) => add(step, platformId, deploymentId)),
  };
}
