import type { ParamSpec, ParamSpecs } from '../catalogue/index.ts';
import type { Dialect } from '../dialects/index.ts';
import type { Violation } from '../errors/index.ts';

/** Lists parameters that a capability makes required, and that are not given. */
export function requiredViolations(
  specs: ParamSpecs,
  given: readonly string[],
  dialect: Dialect,
): readonly Violation[] {
  return conditionsOf(specs)
    .filter(([key, { requiredWhere }]) => has(dialect, requiredWhere) && !given.includes(key))
    .map(([path]) => ({ path, rule: 'required' }));
}

/** Lists integers that are too small on this dialect only; a value with another fault is left out. */
export function leastViolations(
  specs: ParamSpecs,
  params: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): readonly Violation[] {
  return conditionsOf(specs).flatMap(([path, { min = -Infinity, minWhere }]): Violation[] => {
    const value = params[path];
    if (minWhere === undefined || !has(dialect, minWhere.capability)) return [];
    const isTooSmall = Number.isSafeInteger(value) && Number(value) < minWhere.min;
    if (!isTooSmall || Number(value) < min) return [];
    return [{ path, rule: 'min', allowed: String(minWhere.min) }];
  });
}

/** Tells whether a dialect has a capability that is a matter of yes or no. */
export function has(dialect: Dialect, capability: string | undefined): boolean {
  return capability !== undefined && dialect[capability as keyof Dialect] === true;
}

const conditions = new WeakMap<ParamSpecs, readonly (readonly [string, ParamSpec])[]>();

/** Gives the parameters of which a capability asks more, found once. */
function conditionsOf(specs: ParamSpecs): readonly (readonly [string, ParamSpec])[] {
  let found = conditions.get(specs);
  if (!found) {
    found = Object.entries(specs).filter(
      ([, { requiredWhere, minWhere }]) => requiredWhere !== undefined || minWhere !== undefined,
    );
    conditions.set(specs, found);
  }
  return found;
}
