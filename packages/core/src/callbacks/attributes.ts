import { isJsonObject } from './received-body.ts';

/**
 * What is taken over of the JSON a server sends: names as on the wire, each with a kind. Anything
 * not named stays behind, and a value of another kind counts as missing.
 *
 * `number` also reads decimal text, `boolean` the words, `text` also numbers. `map` is text by
 * names users chose; `open` is any JSON; both lose entries that look like secrets or addresses of
 * devices. `[…]` is a list of objects, `texts` a list of texts.
 */
export type AttributeSpec =
  | 'text'
  | 'number'
  | 'boolean'
  | 'map'
  | 'open'
  | 'texts'
  | AttributeSpecs
  | readonly [AttributeSpecs];

export interface AttributeSpecs {
  readonly [name: string]: AttributeSpec;
}

/** Any JSON value. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [k: string]: Json };

type AttributeValue<S> = S extends 'text'
  ? string
  : S extends 'number'
    ? number
    : S extends 'boolean'
      ? boolean
      : S extends 'map'
        ? Readonly<Record<string, string>>
        : S extends 'open'
          ? Json
          : S extends 'texts'
            ? readonly string[]
            : S extends readonly [infer I]
              ? readonly AttributesOf<I>[]
              : AttributesOf<S>;

/** Every attribute may be missing: versions differ, and hosters remove personal data. */
export type AttributesOf<S> = { readonly [K in keyof S]?: AttributeValue<S[K]> };

const maxDepth = 16;

const sensitive = /pass(?:word)?$|pw$|secret|token|ip-?address|user-?agent|referr?er|cookie|url$/i;

/** Takes over the attributes a table names. */
export function takeAttributes<const S extends AttributeSpecs>(
  value: unknown,
  specs: S,
): AttributesOf<S> {
  const taken: Record<string, unknown> = {};
  if (!isJsonObject(value)) return taken as AttributesOf<S>;
  for (const [name, spec] of Object.entries(specs)) {
    const found = Object.hasOwn(value, name) ? takeAttribute(value[name], spec) : undefined;
    if (found !== undefined) taken[name] = found;
  }
  return taken as AttributesOf<S>;
}

/** Takes over any JSON without what looks like a secret; what is nested too deeply becomes null. */
export function takeOpen(value: unknown, depth = 0): Json {
  if (typeof value !== 'object' || value === null) return value as Json;
  if (depth >= maxDepth) return null;
  if (Array.isArray(value)) return value.map((item) => takeOpen(item, depth + 1));
  const kept = Object.create(null) as Record<string, Json>;
  for (const [name, inner] of Object.entries(value)) {
    if (!sensitive.test(name)) kept[name] = takeOpen(inner, depth + 1);
  }
  return kept;
}

function takeAttribute(value: unknown, spec: AttributeSpec): unknown {
  if (typeof spec === 'object') {
    if (!isList(spec)) return isJsonObject(value) ? takeAttributes(value, spec) : undefined;
    return Array.isArray(value)
      ? value.filter(isJsonObject).map((item) => takeAttributes(item, spec[0]))
      : undefined;
  }
  switch (spec) {
    case 'text':
      return textOf(value);
    case 'number':
      return numberOf(value);
    case 'boolean':
      return booleanOf(value);
    case 'texts':
      return Array.isArray(value)
        ? value.map(textOf).filter((text) => text !== undefined)
        : undefined;
    case 'map':
      return isJsonObject(value) ? takeMap(value) : undefined;
    case 'open':
      return value === null ? undefined : takeOpen(value);
  }
}

function takeMap(value: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const map = Object.create(null) as Record<string, string>;
  for (const [name, inner] of Object.entries(value)) {
    const text = sensitive.test(name) ? undefined : textOf(inner);
    if (text !== undefined) map[name] = text;
  }
  return map;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const isDecimal = typeof value === 'string' && /^-?\d{1,15}(?:\.\d{1,9})?$/.test(value);
  return isDecimal ? Number(value) : undefined;
}

function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

function isList(
  spec: AttributeSpecs | readonly [AttributeSpecs],
): spec is readonly [AttributeSpecs] {
  return Array.isArray(spec);
}
