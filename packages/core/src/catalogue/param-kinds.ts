/**
 * What a parameter's value is:
 * `text` one line; `block` text that may contain line breaks; `id` text without commas;
 * `csv` a list joined by commas; `json` JSON text; `url` an absolute http(s) address;
 * `integer`; `boolean`; `choice` one of `values`; `time` epoch milliseconds.
 */
export const paramKinds = [
  'text',
  'block',
  'id',
  'csv',
  'json',
  'url',
  'integer',
  'boolean',
  'choice',
  'time',
] as const;

export type ParamKind = (typeof paramKinds)[number];

export interface ParamSpec {
  readonly kind: ParamKind;
  readonly required?: true;
  /** Fewest characters of a text, which then must not be all blanks, or the smallest integer. */
  readonly min?: number;
  /** Most characters of a text, or the largest integer. */
  readonly max?: number;
  /** Regular expression without delimiters, valid in JavaScript and PCRE. */
  readonly pattern?: string;
  /** Closed list: of a `choice`, or of the members of a `csv`. */
  readonly values?: readonly string[];
  /** What the server assumes when the parameter is absent, where that is known. */
  readonly default?: string | number | boolean;
  readonly since?: string;
  readonly deprecated?: string;
  readonly removed?: string;
  /** Opens something to whoever reads it: masked in logs. */
  readonly secret?: true;
  /** Tells who a person is: masked in logs. */
  readonly personal?: true;
  /** Capability a server must have; elsewhere the parameter is refused before sending. */
  readonly needs?: string;
  /** Capability that makes the parameter required. */
  readonly requiredWhere?: string;
  /** A capability that makes a larger integer the smallest one. */
  readonly minWhere?: { readonly capability: string; readonly min: number };
  /** The empty text means something; elsewhere it is refused. */
  readonly mayBeEmpty?: true;
  readonly note?: string;
}

export type ParamSpecs = Readonly<Record<string, ParamSpec>>;

/** A family of parameters: every name that starts with `prefix` and matches `pattern`. */
export interface PrefixSpec {
  readonly prefix: string;
  /** Regular expression for the whole name. */
  readonly pattern: string;
  /** Servers store the names in lower case: two that differ in nothing else are one. */
  readonly lowerCased?: true;
  /** The empty text means something; elsewhere it is refused. */
  readonly mayBeEmpty?: true;
  readonly note?: string;
}
