import type { Kysely, SelectQueryBuilder } from 'kysely';
import { newId } from '../tokens.ts';
import type { PlatformRow } from './rows/platforms.ts';
import { prepared } from './prepared.ts';
import type { Schema } from './schema.ts';

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
  /** Whether it may launch: it is registered, and nobody has switched it off. */
  readonly enabled: boolean;
  /** Whether an administrator has switched it off. */
  readonly switchedOff: boolean;
  readonly source: PlatformRow['source'];
}

/** How a platform came to us, other than by the platforms file. */
export type RegistrationSource = Exclude<PlatformRow['source'], 'file'>;

export interface Platforms {
  /**
   * Makes the stored platforms of the platforms file equal to those in it. A platform that is no
   * longer listed is disabled, not deleted, because rooms belong to it, and whoever came from there
   * is put out. Others stay as they are.
   */
  register(settings: readonly PlatformSettings[]): Promise<void>;
  /**
   * Adds one platform. Without any deployment, it takes the first it launches from. Answers
   * undefined, changing nothing, when issuer and client id are registered already.
   */
  add(settings: PlatformSettings, source: RegistrationSource): Promise<Platform | undefined>;
  list(): Promise<readonly Platform[]>;
  /** Lists the platforms of an issuer, or the one with this client id. */
  find(issuer: string, clientId?: string): Promise<readonly Platform[]>;
  get(id: string): Promise<Platform | undefined>;
  listEnabled(): Promise<readonly Platform[]>;
  /**
   * Switches a platform on or off, whatever the platforms file says; whoever came from there is put
   * out. Answers false for no platform.
   */
  switch(id: string, on: boolean): Promise<boolean>;
  /** Forgets a platform that has no rooms. Answers false where it has some, or is not there. */
  remove(id: string): Promise<boolean>;
}

/** Gives the registered platforms and their deployments. */
export function platformsIn(db: Kysely<Schema>): Platforms {
  const byId = prepared(db, (on, { id }: { id: string }) =>
    on.selectFrom('platforms').selectAll().where('id', '=', id),
  );
  const ofIssuer = prepared(db, (on, { issuer }: { issuer: string }) =>
    on.selectFrom('platforms').selectAll().where('issuer', '=', issuer),
  );
  const ofClient = prepared(db, (on, { issuer, clientId }: { issuer: string; clientId: string }) =>
    on
      .selectFrom('platforms')
      .selectAll()
      .where('issuer', '=', issuer)
      .where('client_id', '=', clientId),
  );
  return {
    register: (settings) =>
      db.transaction().execute(async (step) => {
        const listed = step.selectFrom('platforms').select('id').where('source', '=', 'file');
        await step.deleteFrom('deployments').where('platform_id', 'in', listed).execute();
        await step
          .updateTable('platforms')
          .set({ enabled: 0 })
          .where('source', '=', 'file')
          .execute();
        for (const platform of settings) await registerOne(step, platform);
        const gone = listed.where('enabled', '=', 0);
        await putOut(step, gone);
      }),

    add: (settings, source) =>
      db.transaction().execute(async (step) => {
        const row = await step
          .insertInto('platforms')
          .values({
            ...newRow(settings, source),
            adopts_deployment: settings.deploymentIds.length === 0 ? 1 : 0,
          })
          .onConflict((clash) => clash.columns(['issuer', 'client_id']).doNothing())
          .returningAll()
          .executeTakeFirst();
        if (row) await addDeployments(step, row.id, settings.deploymentIds);
        return row && platformFrom(row);
      }),

    async list() {
      const query = db.selectFrom('platforms').selectAll().orderBy('name').orderBy('id');
      return (await query.execute()).map(platformFrom);
    },

    async find(issuer, clientId) {
      const rows = await (clientId === undefined
        ? ofIssuer({ issuer })
        : ofClient({ issuer, clientId }));
      return rows.map(platformFrom);
    },

    async get(id) {
      const [row] = await byId({ id });
      return row && platformFrom(row);
    },

    async listEnabled() {
      const query = db.selectFrom('platforms').selectAll().where('enabled', '=', 1);
      return (await query.where('switched_off', '=', 0).execute()).map(platformFrom);
    },

    switch: (id, on) =>
      db.transaction().execute(async (step) => {
        const changed = await step
          .updateTable('platforms')
          .set({ switched_off: on ? 0 : 1 })
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst();
        if (!on) await putOut(step, step.selectFrom('platforms').select('id').where('id', '=', id));
        return changed !== undefined;
      }),

    async remove(id) {
      const removed = await db
        .deleteFrom('platforms')
        .where('id', '=', id)
        .where('id', 'not in', db.selectFrom('rooms').select('platform_id'))
        .returning('id')
        .executeTakeFirst();
      return removed !== undefined;
    },
  };
}

/** Ends everything that somebody from these platforms has open. */
async function putOut(
  db: Kysely<Schema>,
  platforms: SelectQueryBuilder<Schema, 'platforms', { id: string }>,
): Promise<void> {
  const rooms = db.selectFrom('rooms').select('id').where('platform_id', 'in', platforms);
  await db.deleteFrom('sessions').where('room_id', 'in', rooms).execute();
  await db.deleteFrom('choosers').where('platform_id', 'in', platforms).execute();
}

/** A platform of the file; one that was registered in another way belongs to the file from now on. */
async function registerOne(db: Kysely<Schema>, settings: PlatformSettings): Promise<void> {
  const changes = { ...changeableColumns(settings), enabled: 1, source: 'file' as const };
  const { id } = await db
    .insertInto('platforms')
    .values(newRow(settings, 'file'))
    .onConflict((clash) => clash.columns(['issuer', 'client_id']).doUpdateSet(changes))
    .returning('id')
    .executeTakeFirstOrThrow();
  await addDeployments(db, id, settings.deploymentIds);
}

function newRow(settings: PlatformSettings, source: PlatformRow['source']): PlatformRow {
  return {
    id: newId(),
    issuer: settings.issuer,
    client_id: settings.clientId,
    ...changeableColumns(settings),
    enabled: 1,
    source,
    adopts_deployment: 0,
    switched_off: 0,
  };
}

/** Gives the columns in which a registration may change without becoming another platform. */
export function changeableColumns(settings: PlatformSettings) {
  return {
    name: settings.name,
    authorization_endpoint: settings.authorizationEndpoint,
    jwks_uri: settings.jwksUri,
    token_endpoint: settings.tokenEndpoint,
    frame_origins: JSON.stringify(settings.frameOrigins),
  };
}

/** Makes deployments known; those that are already stay so. */
export async function addDeployments(
  db: Kysely<Schema>,
  platformId: string,
  deployments: readonly string[],
): Promise<void> {
  for (const deployment of deployments) {
    await db
      .insertInto('deployments')
      .values({ platform_id: platformId, deployment_id: deployment })
      .onConflict((clash) => clash.columns(['platform_id', 'deployment_id']).doNothing())
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
    enabled: row.enabled === 1 && row.switched_off === 0,
    switchedOff: row.switched_off === 1,
    source: row.source,
  };
}
