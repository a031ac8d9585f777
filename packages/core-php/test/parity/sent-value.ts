/**
 * Writes a value so that JSON can carry it to PHP: bytes as `{base64}`, and a text that is no
 * Unicode, which JSON in PHP refuses, as `{illFormed}` with its bytes.
 */
export function sentValue(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.isWellFormed() ? value : { illFormed: illFormedBytes(value).toString('base64') };
  }
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(sentValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, sentValue(each)]));
}

/** UTF-8, but with half a surrogate pair written as if it were a character. */
function illFormedBytes(text: string): Buffer {
  return Buffer.concat(
    Array.from(text, (character) => {
      const code = character.codePointAt(0) ?? 0;
      if (character.isWellFormed()) return Buffer.from(character);
      return Buffer.from([0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]);
    }),
  );
}
