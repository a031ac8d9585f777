import type { RoomSettingValues } from '@bluebridge/core/rooms';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { newId } from '../tokens.ts';
import { prepared } from './prepared.ts';
import type { PresetRow } from './rows/rooms.ts';
import type { Schema } from './schema.ts';
import type { Tenant } from './tenant.ts';

/** Settings an administrator made: some to begin with, some fixed. */
export interface PresetContent {
  /** Unique among the presets of one tenant, and among those for all. */
  readonly name: string;
  /** Whose it is; absent: it is for all tenants. */
  readonly tenant?: Tenant;
  readonly values: RoomSettingValues;
  /** Names of the values that rooms cannot change. */
  readonly locked: readonly string[];
  /** New rooms begin with it, and its locks hold for every room; one for each tenant, one for all. */
  readonly isDefault: boolean;
}

export interface Preset extends PresetContent {
  readonly id: string;
}

export interface Presets {
  /** Makes a preset, or replaces the one of this name; it takes the place of a default before it. */
  set(content: PresetContent): Promise<Preset>;
  /** Lists all presets: those for all first, each tenant's by name. */
  list(): Promise<readonly Preset[]>;
  /** Lists what rooms of a tenant may use, by name. */
  availableTo(tenant: Tenant): Promise<readonly Preset[]>;
  /** Removes a preset; its rooms keep their values. Answers whether there was one. */
  remove(id: string): Promise<boolean>;
}

/** Gives the presets of all tenants. */
export function presetsIn(db: Kysely<Schema>, clock: Clock): Presets {
  const available = prepared(db, (on, { platformId, deploymentId }: Tenant) =>
    on
      .selectFrom('presets')
      .selectAll()
      .where('platform_id', 'in', ['', platformId])
      .where('deployment_id', 'in', ['', deploymentId])
      .orderBy('name')
      .orderBy('platform_id'),
  );
  return {
    async set(content) {
      const scope = scopeOf(content.tenant);
      const changes = {
        setting_values: JSON.stringify(content.values),
        locked: JSON.stringify(content.locked),
        is_default: content.isDefault ? 1 : 0,
      };
      return db.transaction().execute(async (step) => {
        if (content.isDefault) {
          await step
            .updateTable('presets')
            .set({ is_default: 0 })
            .where('platform_id', '=', scope.platform_id)
            .where('deployment_id', '=', scope.deployment_id)
            .execute();
        }
        const row = await step
          .insertInto('presets')
          .values({
            id: newId(),
            ...scope,
            name: content.name,
            ...changes,
            created_at: clock.now(),
          })
          .onConflict((clash) =>
            clash.columns(['platform_id', 'deployment_id', 'name']).doUpdateSet(changes),
          )
          .returningAll()
          .executeTakeFirstOrThrow();
        return presetFrom(row);
      });
    },

    async list() {
      const rows = await db
        .selectFrom('presets')
        .selectAll()
        .orderBy('platform_id')
        .orderBy('deployment_id')
        .orderBy('name')
        .execute();
      return rows.map(presetFrom);
    },

    async availableTo({ platformId, deploymentId }) {
      return (await available({ platformId, deploymentId })).map(presetFrom);
    },

    async remove(id) {
      const gone = await db.deleteFrom('presets').where('id', '=', id).executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}

/** Presets for all belong to nobody, which empty ids say. */
function scopeOf(tenant: Tenant | undefined) {
  return {
    platform_id: tenant?.platformId ?? '',
    deployment_id: tenant?.deploymentId ?? '',
  };
}

function presetFrom(row: PresetRow): Preset {
  const { platform_id: platformId, deployment_id: deploymentId } = row;
  return {
    id: row.id,
    name: row.name,
    ...(platformId !== '' && { tenant: { platformId, deploymentId } }),
    values: JSON.parse(row.setting_values) as RoomSettingValues,
    locked: JSON.parse(row.locked) as string[],
    isDefault: row.is_default === 1,
  };
}

/** Finds the preset new rooms begin with: the tenant's own, else the one for all. */
export function beginningIn(presets: readonly Preset[]): Preset | undefined {
  return (
    presets.find(({ isDefault, tenant }) => isDefault && tenant !== undefined) ??
    presets.find(({ isDefault }) => isDefault)
  );
}

/**
 * Gathers the values a room cannot change, from the presets its tenant may use: those of the
 * default for all, of the tenant's default, and of the room's own preset. Of several for one
 * setting the latter holds, so an administrator can allow more to some rooms.
 */
export function locksOf(presets: readonly Preset[], presetId: string | null): RoomSettingValues {
  const inForce = [
    presets.find(({ isDefault, tenant }) => isDefault && tenant === undefined),
    presets.find(({ isDefault, tenant }) => isDefault && tenant !== undefined),
    presets.find(({ id }) => id === presetId),
  ];
  return Object.fromEntries(inForce.flatMap((preset) => (preset ? lockedIn(preset) : [])));
}

function lockedIn({ values, locked }: Preset) {
  return Object.entries(values).filter(([name]) => locked.includes(name));
}
