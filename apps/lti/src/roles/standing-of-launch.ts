import type { LaunchFacts } from '../launch/verify-launch.ts';
import type { Storage } from '../storage/database.ts';
import type { TraceDetail } from '../storage/launch-traces.ts';
import { type Decision, decideStanding } from './decide-standing.ts';
import { shortName, typedName } from './role-names.ts';

/** Decides what the person of a launch becomes, by the rules of their platform. */
export async function standingOfLaunch(
  { platform, roles }: Pick<LaunchFacts, 'platform' | 'roles'>,
  { roleRules }: Pick<Storage, 'roleRules'>,
): Promise<Decision> {
  return decideStanding(roles, await roleRules.of(platform.id));
}

const mostRoles = 20;

/** Describes a decision for an administrator: which roles were sent, and what they came to. */
export function detailOf(roles: readonly string[], decision: Decision): TraceDetail {
  const names = roles.map((role) => typedName(role));
  return {
    // What is no name of a role may be anything, such as the name of a person.
    roles: names.map((role) => (role === undefined ? '?' : shortName(role))).slice(0, mostRoles),
    becomes: decision.standing,
    ...(decision.because !== undefined && { because: shortName(decision.because) }),
    ...(decision.byRule && { by: 'rule' }),
  };
}
