import { type CallbackName, malformed } from './refusals.ts';

/** Reads the bytes of a callback as text. Throws `bad_reply` over the cap and for broken UTF-8. */
export function bodyText(callback: CallbackName, body: Uint8Array, maxBytes: number): string {
  if (body.byteLength > maxBytes) throw malformed(callback, `is over ${maxBytes} bytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw malformed(callback, 'is not UTF-8');
  }
}

/**
 * Reads a form body or a query into its values, name by name. Throws `bad_reply` for a percent
 * sequence that is none. Names chosen by others are safe: the result is a map.
 */
export function formFields(callback: CallbackName, text: string): ReadonlyMap<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(callback, equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decode(callback, pair.slice(equals + 1));
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  return fields;
}

/** Gives the only value of a field. Throws `bad_reply` when there is none, or more than one. */
export function onlyField(
  callback: CallbackName,
  fields: ReadonlyMap<string, readonly string[]>,
  name: string,
): string {
  const values = fields.get(name) ?? [];
  const [value] = values;
  if (value === undefined) throw malformed(callback, `has no ${name}`);
  if (values.length > 1) throw malformed(callback, `has more than one ${name}`);
  return value;
}

/** Reads JSON. Throws `bad_reply` for anything else; the text is not repeated in the message. */
export function parseJson(callback: CallbackName, text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(callback, `has ${what} that is not JSON`);
  }
}

/** Tells whether a JSON value is an object, not a list and not null. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The part of a URL after the first `?`, without a fragment; all of it when it starts with `?`. */
export function queryOf(url: string): string {
  const [withoutFragment = ''] = url.split('#', 1);
  const start = withoutFragment.indexOf('?');
  return start < 0 ? '' : withoutFragment.slice(start + 1);
}

function decode(callback: CallbackName, text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw malformed(callback, 'has a broken percent sequence');
  }
}
