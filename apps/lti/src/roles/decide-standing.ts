import { inCourse, subRoleIn, testUser, wholeName } from './role-names.ts';
import { compareStandings, type Standing } from './standings.ts';
import { usualStanding } from './usual-standings.ts';

/** What an administrator decided for roles of one platform, by their whole names. */
export type RoleRules = ReadonlyMap<string, Standing>;

export const noRules: RoleRules = new Map();

/** What a person becomes, and why. */
export interface Decision {
  readonly standing: Standing;
  /** The role that decided, by its whole name; undefined where none says anything. */
  readonly because: string | undefined;
  /** Whether a rule of the platform decided, and not what is usual. */
  readonly byRule: boolean;
  /** Whether this is a teacher who tries out how students see the course. */
  readonly isTestUser: boolean;
}

/** What one role says about a person. */
export interface Opinion {
  /** The whole name of the role. */
  readonly role: string;
  /** Undefined where the role does not count. */
  readonly standing: Standing | undefined;
  readonly byRule: boolean;
}

/**
 * Decides what a person becomes by the roles of their launch. Only roles in the course count: a
 * teacher of another course is nobody special here. The role that gives most decides, unless a
 * rule refuses one of them. A sub-role with a rule of its own speaks for its principal role, which
 * platforms send along with it. Unknown roles, or none, make a viewer.
 */
export function decideStanding(roles: readonly string[], rules: RoleRules): Decision {
  const opinions = opinionsOf(roles, rules);
  const isTestUser = opinions.some(({ role }) => role === testUser);
  const counting = opinions.filter(({ standing }) => standing !== undefined);
  const refusal = counting.find(({ standing, byRule }) => byRule && standing === 'refused');
  const best = refusal ?? counting.toSorted(byWorth)[0];
  return {
    standing: best?.standing ?? 'viewer',
    because: best?.role,
    byRule: best?.byRule ?? false,
    isTestUser,
  };
}

/** Says what each role is worth, in the order they came. */
export function opinionsOf(roles: readonly string[], rules: RoleRules): readonly Opinion[] {
  const names = roles.map(wholeName);
  const spokenFor = new Set(
    names.flatMap((name) => {
      const sub = rules.has(name) ? subRoleIn(name) : undefined;
      return sub ? [inCourse(sub.principal)] : [];
    }),
  );
  return names.map((role) => {
    if (spokenFor.has(role)) return { role, standing: undefined, byRule: false };
    const ruled = ruleFor(role, rules);
    return { role, standing: ruled ?? usualStanding(role), byRule: ruled !== undefined };
  });
}

/** A rule for a principal role holds for those of its sub-roles that are worth something. */
function ruleFor(role: string, rules: RoleRules): Standing | undefined {
  const own = rules.get(role);
  if (own !== undefined) return own;
  const sub = subRoleIn(role);
  if (!sub || usualStanding(role) === undefined) return undefined;
  return rules.get(inCourse(sub.principal));
}

function byWorth(one: Opinion, other: Opinion): number {
  return compareStandings(other.standing ?? 'refused', one.standing ?? 'refused');
}
