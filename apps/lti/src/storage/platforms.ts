import type { Kysely } from 'kysely';
import { newId } from '../tokens.ts';
import type { PlatformRow, Schema } from './schema.ts';

/** A platform as its administrator registered it with us. */
export interface PlatformSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly name: string;
  readonly authorizationEndpoint: string;
  readonly jwksUri: string;
  readonly tokenEndpoint: string;
  readonly deploymentIds: readonly string[];
  /** Further origins that show our pages in a frame, where they are not those of the URLs above. */
  readonly frameOrigins: readonly string[];
}

export interface Platform extends Omit<PlatformSettings, 'deploymentIds'> {
  readonly id: string;
  readonly enabled: boolean;
}

export interface Platforms {
  /**
   * Makes the stored platforms equal to the registered ones. A platform that is no longer
   * registered is disabled, not deleted, because rooms belong to it.
   */
  register(settings: readonly PlatformSettings[]): Promise<void>;
  /** Lists the platforms of an issuer, or the one with this client id. */
  find(issuer: string, clientId?: string): Promise<readonly Platform[]>;
  get(id: string): Promise<Platform | undefined>;
  listEnabled(): Promise<readonly Platform[]>;
  hasDeployment(platformId: string, deploymentId: string): Promise<boolean>;
}

/** Gives the registered platforms and their deployments. */
export function platformsIn(db: Kysely<Schema>): Platforms {
  return {
    register: (settings) =>
      db.transaction().execute(async (step) => {
        await step.updateTable('platforms').set({ enabled: 0 }).execute();
        await step.deleteFrom('deployments').execute();
        for (const platform of settings) await registerOne(step, platform);
      }),

    async find(issuer, clientId) {
      let query = db.selectFrom('platforms').selectAll().where('issuer', '=', issuer);
      if (clientId !== undefined) query = query.where('client_id', '=', clientId);
      return (await query.execute()).map(platformFrom);
    },

    async get(id) {
      const query = db.selectFrom('platforms').selectAll().where('id', '=', id);
      const row = await query.executeTakeFirst();
      return row && platformFrom(row);
    },

    async listEnabled() {
      const query = db.selectFrom('platforms').selectAll().where('enabled', '=', 1);
      return (await query.execute()).map(platformFrom);
    },

    async hasDeployment(platformId, deploymentId) {
      const row = await db
        .selectFrom('deployments')
        .select('deployment_id')
        .where('platform_id', '=', platformId)
        .where('deployment_id', '=', deploymentId)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

async function registerOne(db: Kysely<Schema>, settings: PlatformSettings): Promise<void> {
  const changeable = {
    name: settings.name,
    authorization_endpoint: settings.authorizationEndpoint,
    jwks_uri: settings.jwksUri,
    token_endpoint: settings.tokenEndpoint,
    frame_origins: JSON.stringify(settings.frameOrigins),
    enabled: 1,
  };
  const { id } = await db
    .insertInto('platforms')
    .values({
      id: newId(),
      issuer: settings.issuer,
      client_id: settings.clientId,
      ...changeable,
    })
    .onConflict((clash) => clash.columns(['issuer', 'client_id']).doUpdateSet(changeable))
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const deployment of settings.deploymentIds) {
    await db
      .insertInto('deployments')
      .values({ platform_id: id, deployment_id: deployment })
      .execute();
  }
}

function platformFrom(row: PlatformRow): Platform {
  return {
    id: row.id,
    issuer: row.issuer,
    clientId: row.client_id,
    name: row.name,
    authorizationEndpoint: row.authorization_endpoint,
    jwksUri: row.jwks_uri,
    tokenEndpoint: row.token_endpoint,
    frameOrigins: JSON.parse(row.frame_origins) as string[],
    enabled: row.enabled === 1,
  };
}
