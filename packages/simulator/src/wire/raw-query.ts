/** A parameter map as a servlet builds it: names are case-sensitive, the first value counts. */
export class Parameters {
  readonly #pairs: readonly (readonly [string, string])[];

  constructor(pairs: readonly (readonly [string, string])[]) {
    this.#pairs = pairs;
  }

  /** Returns the first value of a name, or undefined when the name was not sent. */
  first(name: string): string | undefined {
    return this.#pairs.find(([key]) => key === name)?.[1];
  }

  /** Returns the first value of a name, or '' when it was not sent or is empty. */
  text(name: string): string {
    return this.first(name) ?? '';
  }

  /** Returns the last value of a name, or '' when it was not sent or is empty. */
  last(name: string): string {
    return this.#pairs.findLast(([key]) => key === name)?.[1] ?? '';
  }

  /** Counts how often a name was sent; a name padded with spaces counts too. */
  count(name: string): number {
    return this.#pairs.filter(([key]) => key.trim() === name).length;
  }

  /** Lists every name once, in the order sent, with its first value. */
  entries(): [string, string][] {
    return [...new Map(this.#pairs.toReversed()).entries()].toReversed();
  }

  /** Adds the parameters of a form body behind those of the query. */
  followedBy(others: Parameters): Parameters {
    return new Parameters([...this.#pairs, ...others.#pairs]);
  }
}

/** Returns the bytes after the first `?` of a request target, exactly as they were sent. */
export function rawQueryOf(requestTarget: string): string {
  const start = requestTarget.indexOf('?');
  return start === -1 ? '' : requestTarget.slice(start + 1);
}

/** Tells whether a query has characters that a servlet container refuses with 400. */
export function hasForbiddenCharacters(rawQuery: string): boolean {
  return /[^\x21-\x7e]|["#<>\\^`{|}]/u.test(rawQuery);
}

/**
 * Decodes a query or form body. `+` is a space and escapes are UTF-8; a parameter that cannot be
 * decoded is left out, as the servlet container does.
 */
export function parseQuery(rawQuery: string): Parameters {
  const pairs: [string, string][] = [];
  for (const part of rawQuery.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decode(equals === -1 ? part : part.slice(0, equals));
    const value = decode(equals === -1 ? '' : part.slice(equals + 1));
    if (name !== undefined && value !== undefined && name !== '') pairs.push([name, value]);
  }
  return new Parameters(pairs);
}

/** Writes a query anew with the encoding of forms: `+` for a space, capitals in escapes. */
export function reencodeQuery(rawQuery: string): string {
  return rawQuery
    .split('&')
    .map((part) =>
      part
        .split('=')
        .map((text) => encode(decode(text) ?? text))
        .join('='),
    )
    .join('&');
}

function encode(text: string): string {
  const escape = (character: string) =>
    `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()~]/gu, escape)
    .replaceAll('%20', '+');
}

function decode(text: string): string | undefined {
  if (/%(?![0-9a-f]{2})/iu.test(text)) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '%') {
      bytes.push(Number.parseInt(text.slice(at + 1, at + 3), 16));
      at += 2;
    } else {
      bytes.push(...Buffer.from(character === '+' ? ' ' : character));
    }
  }
  return Buffer.from(bytes).toString('utf8');
}
