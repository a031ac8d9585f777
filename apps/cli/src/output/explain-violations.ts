import { type CallName, calls, type ParamSpecs } from '@bluebridge/core/catalogue';
import type { Violation, ViolationRule } from '@bluebridge/core/errors';
import { didYouMean } from '../arguments/nearest.ts';
import { printable } from './printable.ts';

/** What is counted where there is a least or a most. */
type Counted = 'number' | 'characters' | 'bytes';

const sentences: Readonly<Record<ViolationRule, (allowed: string, counted: Counted) => string>> = {
  required: () => 'is required.',
  at_least_one: (allowed) => `is missing: give at least one of ${allowed}.`,
  unknown: () => 'is not a parameter of this call.',
  empty: () => 'must not be empty; leave it out instead.',
  blank: () => 'must not be all blanks.',
  duplicate: (allowed) => `is the same as ${allowed} to a server, which ignores capitals here.`,
  exclusive: (allowed) => `cannot be combined with ${allowed}.`,
  type: (allowed) => `must be ${typeWords[allowed] ?? allowed}.`,
  min: (least, counted) => `must ${amount('at least', least, counted)}.`,
  max: (most, counted) => `must ${amount('at most', most, counted)}.`,
  pattern: (allowed) => `is not written as it must be: ${allowed}.`,
  choice: (allowed) => `must be one of ${allowed}.`,
  well_formed: () => 'holds characters that cannot be sent.',
  needs_capability: (allowed) => `does not exist on this kind of server (needs ${allowed}).`,
};

const typeWords: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a whole number',
  string: 'text',
  bytes: 'a file',
};

/** Words every broken rule, one sentence each; values are never repeated. */
export function explainViolations(
  call: string | undefined,
  violations: readonly Violation[],
): readonly string[] {
  const params = paramsOf(call);
  return violations.map(({ path, rule, allowed = 'something else' }) => {
    const hint = rule === 'unknown' ? didYouMean(path, Object.keys(params)) : '';
    return `${printable(path)} ${sentences[rule](allowed, countedIn(path, params))}${hint}`;
  });
}

function countedIn(path: string, params: ParamSpecs): Counted {
  if (path === 'body') return 'bytes';
  const kind = Object.hasOwn(params, path) ? params[path]?.kind : undefined;
  return kind === 'integer' || kind === 'time' ? 'number' : 'characters';
}

function amount(bound: string, limit: string, counted: Counted): string {
  return counted === 'number' ? `be ${bound} ${limit}` : `have ${bound} ${limit} ${counted}`;
}

function paramsOf(call: string | undefined): ParamSpecs {
  if (call === undefined || !Object.hasOwn(calls, call)) return {};
  return calls[call as CallName].params;
}
