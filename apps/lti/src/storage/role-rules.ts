import type { Kysely } from 'kysely';
import type { RoleRules } from '../roles/decide-standing.ts';
import type { Standing } from '../roles/standings.ts';
import { prepared } from './prepared.ts';
import type { Schema } from './schema.ts';

/** What administrators decided about the roles of platforms. */
export interface StoredRoleRules {
  /** Gives the rules of a platform, by the whole names of roles. */
  of(platformId: string): Promise<RoleRules>;
  /** Decides about a role. Answers false, changing nothing, when the platform has too many rules. */
  set(platformId: string, role: string, standing: Standing): Promise<boolean>;
  /** Leaves a role to what is usual again. Answers false when there was no rule. */
  unset(platformId: string, role: string): Promise<boolean>;
}

/** How many rules a platform may have: every launch reads them. */
export const mostRules = 50;

/** Gives the rules for the roles of all platforms. */
export function roleRulesIn(db: Kysely<Schema>): StoredRoleRules {
  const ask = (step: Kysely<Schema>, { platformId }: { readonly platformId: string }) =>
    step
      .selectFrom('role_rules')
      .select(['role', 'standing'])
      .where('platform_id', '=', platformId)
      .orderBy('role');
  const ofPlatform = prepared(db, ask);

  return {
    of: async (platformId) => rulesFrom(await ofPlatform({ platformId })),

    set: (platformId, role, standing) =>
      db.transaction().execute(async (step) => {
        const rules = rulesFrom(await ask(step, { platformId }).execute());
        if (!rules.has(role) && rules.size >= mostRules) return false;
        await step
          .insertInto('role_rules')
          .values({ platform_id: platformId, role, standing })
          .onConflict((clash) => clash.columns(['platform_id', 'role']).doUpdateSet({ standing }))
          .execute();
        return true;
      }),

    async unset(platformId, role) {
      const gone = await db
        .deleteFrom('role_rules')
        .where('platform_id', '=', platformId)
        .where('role', '=', role)
        .returning('role')
        .executeTakeFirst();
      return gone !== undefined;
    },
  };
}

function rulesFrom(rows: readonly Pick<Schema['role_rules'], 'role' | 'standing'>[]): RoleRules {
  return new Map(rows.map(({ role, standing }) => [role, standing]));
}
