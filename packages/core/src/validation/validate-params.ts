import type { z } from 'zod';
import { calls, type CallSpec } from '../catalogue/index.ts';
import type { CallName } from '../catalogue/types.ts';
import type { Dialect } from '../dialects/index.ts';
import type { Violation, ViolationRule } from '../errors/index.ts';
import { paramsSchema } from './params-schema.ts';

/** Lists every rule that the parameters of a call break; an empty list means they may be sent. */
export function validateParams(
  name: CallName,
  params: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): readonly Violation[] {
  const names = Object.keys(params).filter((key) => params[key] !== undefined);
  const violations = names.flatMap((key) => nameViolations(calls[name], key, dialect));
  const result = paramsSchema(name).safeParse(params);
  if (result.success) return violations;
  return [...violations, ...result.error.issues.flatMap((issue) => valueViolations(issue, params))];
}

function nameViolations(call: CallSpec, key: string, dialect: Dialect): readonly Violation[] {
  const spec = Object.hasOwn(call.params, key) ? call.params[key] : undefined;
  if (spec === undefined) {
    const prefixes = call.prefixes ?? [];
    const free = prefixes.some(({ pattern }) => new RegExp(pattern, 'u').test(key));
    return free ? [] : [{ path: key, rule: 'unknown' }];
  }
  const { needs } = spec;
  if (needs === undefined || dialect[needs as keyof Dialect] === true) return [];
  return [{ path: key, rule: 'needs_capability', allowed: needs }];
}

function valueViolations(
  issue: z.core.$ZodIssue,
  params: Readonly<Record<string, unknown>>,
): readonly Violation[] {
  const path = String(issue.path[0] ?? '');
  const violation = (rule: ViolationRule, allowed?: string): readonly Violation[] => [
    allowed === undefined ? { path, rule } : { path, rule, allowed },
  ];
  switch (issue.code) {
    case 'invalid_type':
      if (params[path] === undefined) return violation('required');
      return violation('type', issue.expected === 'int' ? 'integer' : issue.expected);
    case 'too_small':
      return violation('min', String(issue.minimum));
    case 'too_big':
      return violation('max', String(issue.maximum));
    case 'invalid_value':
      return violation('choice', issue.values.join(', '));
    case 'invalid_union': {
      // The member whose type fits says more than "none of these types".
      const broken = issue.errors.flat().find((nested) => nested.code === 'custom');
      return broken
        ? valueViolations({ ...broken, path: [path] }, params)
        : violation('type', unionMembers(issue));
    }
    case 'custom': {
      const { rule = 'pattern', allowed } = (issue.params ?? {}) as Partial<Violation>;
      return violation(rule, allowed);
    }
    default:
      return violation('type');
  }
}

/** Words for what a value of several types may be. */
function unionMembers(issue: z.core.$ZodIssueInvalidUnion): string {
  return issue.errors
    .flatMap(([first]) => (first?.code === 'invalid_type' ? [first.expected] : []))
    .join(' or ');
}
