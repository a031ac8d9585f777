import type { z } from 'zod';
import {
  calls,
  type CallSpec,
  type ParamSpec,
  type ParamSpecs,
  type PrefixSpec,
} from '../catalogue/index.ts';
import type { CallName } from '../catalogue/types.ts';
import type { Dialect } from '../dialects/index.ts';
import type { Violation, ViolationRule } from '../errors/index.ts';
import { has, leastViolations, requiredViolations } from './dialect-rules.ts';
import { duplicateViolations } from './duplicate-names.ts';
import { exclusiveViolations, lackingViolations } from './group-rules.ts';
import { paramsSchema } from './params-schema.ts';

/** Lists every rule that the parameters of a call break; an empty list means they may be sent. */
export function validateParams(
  name: CallName,
  params: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): readonly Violation[] {
  const call: CallSpec = calls[name];
  const { given, empty } = namesIn(params);
  const violations: Violation[] = [];
  for (const key of given) {
    const violation = nameViolation(call, key, dialect);
    if (violation) violations.push(violation);
  }
  const refused = empty.filter((key) => !mayBeEmpty(call, key));
  violations.push(
    ...duplicateViolations(call, given),
    ...requiredViolations(call.params, given, dialect),
    ...exclusiveViolations(call, given),
    ...lackingViolations(call, given),
    ...valuesViolations(call.params, params, empty, refused),
    ...leastViolations(call.params, params, dialect),
  );
  return violations;
}

/** Lists every rule that named values break: of a JSON body, which knows no dialects and prefixes. */
export function fieldsViolations(
  specs: ParamSpecs,
  values: Readonly<Record<string, unknown>>,
): readonly Violation[] {
  const { given, empty } = namesIn(values);
  const unknown = given.filter((key) => !specsByName(specs).has(key));
  return [
    ...unknown.map((path): Violation => ({ path, rule: 'unknown' })),
    ...valuesViolations(specs, values, empty, empty),
  ];
}

interface Names {
  readonly given: readonly string[];
  readonly empty: readonly string[];
}

/** Gives the names of the values that are there, and of those that are empty. */
function namesIn(values: Readonly<Record<string, unknown>>): Names {
  const given: string[] = [];
  const empty: string[] = [];
  for (const key of Object.keys(values)) {
    const value = values[key];
    if (value === undefined) continue;
    given.push(key);
    if (isEmpty(value)) empty.push(key);
  }
  return { given, empty };
}

/** An empty value is a rule of its own: servers take it for absent, for false or for an error. */
function valuesViolations(
  specs: ParamSpecs,
  values: Readonly<Record<string, unknown>>,
  empty: readonly string[],
  refused: readonly string[],
): readonly Violation[] {
  const issues = paramsSchema(specs).safeParse(values).error?.issues ?? [];
  return [
    ...refused.map((path): Violation => ({ path, rule: 'empty' })),
    ...issues
      .filter((issue) => !empty.includes(String(issue.path[0])))
      .flatMap((issue) => issueViolations(issue, values)),
  ];
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

function nameViolation(call: CallSpec, key: string, dialect: Dialect): Violation | undefined {
  const spec = specsByName(call.params).get(key);
  if (spec === undefined) return prefixOf(call, key) ? undefined : { path: key, rule: 'unknown' };
  const { needs } = spec;
  if (needs === undefined || has(dialect, needs)) return undefined;
  return { path: key, rule: 'needs_capability', allowed: needs };
}

const byName = new WeakMap<ParamSpecs, ReadonlyMap<string, ParamSpec>>();

/** Gives the parameters by their name, made once; a caller's “toString” is none of them. */
function specsByName(specs: ParamSpecs): ReadonlyMap<string, ParamSpec> {
  let found = byName.get(specs);
  if (!found) byName.set(specs, (found = new Map(Object.entries(specs))));
  return found;
}

function mayBeEmpty(call: CallSpec, key: string): boolean {
  const spec = specsByName(call.params).get(key) ?? prefixOf(call, key);
  return spec?.mayBeEmpty === true;
}

function prefixOf(call: CallSpec, key: string): PrefixSpec | undefined {
  return call.prefixes?.find(({ pattern }) => expression(pattern).test(key));
}

const expressions = new Map<string, RegExp>();

function expression(pattern: string): RegExp {
  let compiled = expressions.get(pattern);
  if (!compiled) expressions.set(pattern, (compiled = new RegExp(pattern, 'u')));
  return compiled;
}

function issueViolations(
  issue: z.core.$ZodIssue,
  params: Readonly<Record<string, unknown>>,
): readonly Violation[] {
  const path = String(issue.path[0] ?? '');
  const violation = (rule: ViolationRule, allowed?: string): readonly Violation[] => [
    allowed === undefined ? { path, rule } : { path, rule, allowed },
  ];
  if (params[path] === undefined) return violation('required');
  switch (issue.code) {
    case 'invalid_type':
      return violation('type', issue.expected === 'int' ? 'integer' : issue.expected);
    case 'too_small':
    case 'too_big':
      if (!isMeasured(issue.origin)) return [];
      return issue.code === 'too_small'
        ? violation('min', String(issue.minimum))
        : violation('max', String(issue.maximum));
    case 'invalid_value':
      return violation('choice', issue.values.join(', '));
    case 'invalid_union': {
      // The member whose type fits says more than "none of these types".
      const broken = issue.errors.flat().find((nested) => nested.code === 'custom');
      return broken
        ? issueViolations({ ...broken, path: [path] }, params)
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

/** The schema measures lists, too; where a text is wanted their length says nothing. */
function isMeasured(origin: string): boolean {
  return ['string', 'number', 'int'].includes(origin);
}

/** Words for what a value of several types may be. */
function unionMembers(issue: z.core.$ZodIssueInvalidUnion): string {
  return issue.errors
    .flatMap(([first]) => (first?.code === 'invalid_type' ? [first.expected] : []))
    .join(' or ');
}
