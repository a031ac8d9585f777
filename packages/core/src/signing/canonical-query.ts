/**
 * The one encoding of query strings: what is hashed is byte for byte what is sent.
 *
 * It is the form encoding of the WHATWG URL standard, which Java's `URLEncoder` (and so the
 * server) shares: letters, digits and `* - . _` stay, a space becomes `+`, every other byte of
 * the UTF-8 form becomes `%XX` in upper case. A URL parser leaves such a string untouched.
 */

const hex = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).toUpperCase().padStart(2, '0'),
);

const encodedAscii = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z0-9*\-._]/.test(character)) return character;
  return character === ' ' ? '+' : `%${hex[code]}`;
});

/** Most values are numbers, words and identifiers, which stay as they are. */
const plain = /^[A-Za-z0-9*\-._]*$/;

/** Encodes one value. The text must be well-formed Unicode; it is not normalised. */
export function encodeValue(value: string): string {
  if (plain.test(value)) return value;
  let encoded = '';
  let rest = -1;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (code < 128) {
      if (rest >= 0) {
        encoded += percentEncode(value.slice(rest, index));
        rest = -1;
      }
      encoded += encodedAscii[code];
    } else if (rest < 0) {
      rest = index;
    }
  }
  return rest < 0 ? encoded : encoded + percentEncode(value.slice(rest));
}

/**
 * Builds `name=value&…` in the given order. Names are catalogue names and need no encoding;
 * undefined values must have been left out before.
 */
export function canonicalQuery(pairs: Iterable<readonly [name: string, value: string]>): string {
  let query = '';
  for (const [name, value] of pairs) {
    query += `${query === '' ? '' : '&'}${name}=${encodeValue(value)}`;
  }
  return query;
}

/** Of a text beyond ASCII nothing stays raw, so that the engine's own encoder can be used. */
function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
