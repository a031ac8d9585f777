const longLimit = 2n ** 63n;
const intLimit = 2 ** 31;

/** Reads a boolean: `true` in any case is true, everything else is false. */
export function toBoolean(value: string): boolean {
  return value.toLowerCase() === 'true';
}

/** Reads a boolean, with a default for a value that was not sent or is empty. */
export function toBooleanOr(value: string, fallback: boolean): boolean {
  return value === '' ? fallback : toBoolean(value);
}

/** Reads a 32-bit integer; anything else silently becomes the default. */
export function toIntegerOr(value: string, fallback: number): number {
  if (!/^[+-]?\d+$/u.test(value)) return fallback;
  const number = Number(value);
  return number >= -intLimit && number < intLimit ? number : fallback;
}

/** Tells whether a text is a 64-bit integer. */
export function isLong(value: string): boolean {
  if (!/^[+-]?\d{1,19}$/u.test(value)) return false;
  const number = BigInt(value.replace('+', ''));
  return number >= -longLimit && number < longLimit;
}

/** Tells whether a validated boolean parameter has an accepted spelling; empty is accepted. */
export function isBooleanWord(value: string): boolean {
  return ['', 'true', 'false', '0', '1'].includes(value.toLowerCase());
}

/** Removes control characters, as the server does before it keeps a name. */
export function withoutControlCharacters(text: string): string {
  return text.replace(/\p{Cc}/gu, '');
}
