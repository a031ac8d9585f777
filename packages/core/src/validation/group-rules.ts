import type { CallSpec } from '../catalogue/index.ts';
import type { Violation } from '../errors/index.ts';

/** Lists what is given too much of groups with at most one. */
export function exclusiveViolations(
  { exclusive = [] }: CallSpec,
  given: readonly string[],
): readonly Violation[] {
  return exclusive.flatMap((group) => {
    const [, ...rest] = group.filter((key) => given.includes(key));
    return rest.map((path): Violation => ({
      path,
      rule: 'exclusive',
      allowed: `one of ${group.join(', ')}`,
    }));
  });
}

/** Lists groups of which one is lacking, by their first parameter. */
export function lackingViolations(
  { atLeastOne = [] }: CallSpec,
  given: readonly string[],
): readonly Violation[] {
  return atLeastOne
    .filter((group) => !group.some((key) => given.includes(key)))
    .map(([path, ...others]): Violation => ({
      path,
      rule: 'at_least_one',
      allowed: [path, ...others].join(', '),
    }));
}
