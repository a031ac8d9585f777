import { type CallName, calls, type CallSpec, type ParamSpec } from '@bluebridge/core/catalogue';
import { UsageError } from '../problems.ts';
import { didYouMean } from './nearest.ts';

/** Names of all calls that can be written in a terminal. */
export const callNames = Object.keys(calls) as readonly CallName[];

/** Finds the catalogue entry of a call. Throws UsageError with the nearest name. */
export function callNamed(name: string): { readonly name: CallName; readonly spec: CallSpec } {
  if (Object.hasOwn(calls, name)) {
    return { name: name as CallName, spec: calls[name as CallName] };
  }
  throw new UsageError(`There is no call of this name.${didYouMean(name, callNames)}`);
}

/**
 * Reads `name=value` words into typed parameters: numbers and switches become numbers and
 * booleans where the catalogue says so, everything else stays text. A value that does not fit stays
 * text too, so that validation names it. Throws UsageError for a word without `=` and for a
 * name given twice.
 */
export function readParams(
  words: readonly string[],
  spec: CallSpec,
): Readonly<Record<string, string | number | boolean>> {
  const params = new Map<string, string | number | boolean>();
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) {
      throw new UsageError(
        `Parameters are written name=value.${didYouMean(word, Object.keys(spec.params))}`,
      );
    }
    const name = word.slice(0, at);
    if (params.has(name)) throw new UsageError(`${name} is given twice.`);
    const param = Object.hasOwn(spec.params, name) ? spec.params[name] : undefined;
    params.set(name, typed(word.slice(at + 1), param));
  }
  return Object.fromEntries(params);
}

function typed(value: string, spec: ParamSpec | undefined): string | number | boolean {
  switch (spec?.kind) {
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'integer':
    case 'time':
      return /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    default:
      return value;
  }
}
