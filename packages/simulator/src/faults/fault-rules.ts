import {
  object,
  oneOf,
  optional,
  otherwise,
  text,
  textsByName,
  wholeNumber,
} from '../input/readers.ts';
import type { Accepted, Read, Reader } from '../input/readers.ts';
import type { Parameters } from '../wire/raw-query.ts';
import { readFault } from './fault.ts';
import type { Fault } from './fault.ts';

const always = oneOf('always');
const count = wholeNumber({ min: 1, max: 1_000_000 });
const times: Reader<number | 'always'> = (value, path) =>
  value === 'always' ? always(value, path) : count(value, path);

/** Reads which requests a fault befalls. Errors: InputError. */
export const readFaultRule = object({
  /** Name of a call; absent for every call. */
  call: optional(text({ min: 1, max: 100 })),
  /** Parameters that the query must have, decoded. */
  query: otherwise(textsByName, {}),
  /** How many matching requests are answered truly before. */
  after: otherwise(wholeNumber(), 0),
  /** How many matching requests are spoilt, or `always` until cleared. */
  times: otherwise(times, 1),
  fault: readFault,
});

export type FaultRule = Read<typeof readFaultRule>;

/** A rule as a caller writes it. */
export type FaultRuleInput = Accepted<typeof readFaultRule>;

/** A rule that is in force, as it is listed. */
export interface StandingRule {
  readonly id: number;
  readonly rule: FaultRule;
  /** Matching requests yet to be answered truly. */
  readonly after: number;
  /** Matching requests yet to be spoilt. */
  readonly times: number | 'always';
}

/** The faults that a server is to have. The rule given first is used first. */
export class FaultRules {
  #rules: { id: number; rule: FaultRule; after: number; times: number | 'always' }[] = [];
  #lastID = 0;

  /** Adds a rule and returns its number. */
  add(rule: FaultRule): number {
    this.#lastID += 1;
    this.#rules.push({ id: this.#lastID, rule, after: rule.after, times: rule.times });
    return this.#lastID;
  }

  list(): readonly StandingRule[] {
    return this.#rules.map((standing) => ({ ...standing }));
  }

  /** Takes a rule back, or all of them; returns how many that were. */
  clear(id?: number): number {
    const before = this.#rules.length;
    this.#rules = id === undefined ? [] : this.#rules.filter((standing) => standing.id !== id);
    return before - this.#rules.length;
  }

  /** Finds the fault for a request, and counts the request against its rule. */
  take(call: string, params: Parameters): Fault | undefined {
    const matching = this.#rules.find(({ rule }) => isFor(rule, call, params));
    if (matching === undefined) return undefined;
    if (matching.after > 0) {
      matching.after -= 1;
      return undefined;
    }
    if (matching.times !== 'always') {
      matching.times -= 1;
      if (matching.times === 0) this.clear(matching.id);
    }
    return matching.rule.fault;
  }
}

function isFor(rule: FaultRule, call: string, params: Parameters): boolean {
  if (rule.call !== undefined && rule.call !== call) return false;
  return Object.entries(rule.query).every(([name, value]) => params.first(name) === value);
}
