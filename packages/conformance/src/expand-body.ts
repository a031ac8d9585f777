/**
 * Turns the body of a vector into what the core takes: `{base64}` and `{base64repeat, times}` are
 * bytes, `{repeat, times}` is a long text. Everything else stays.
 */
export function expandBody(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expandBody);
  if (typeof value !== 'object' || value === null) return value;
  const { base64, base64repeat, repeat, times = 1 } = value as Recipe;
  if (base64 !== undefined) return bytes(base64);
  if (base64repeat !== undefined) return bytes(base64repeat.repeat(times));
  if (repeat !== undefined) return repeat.repeat(times);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, expandBody(each)]));
}

interface Recipe {
  readonly base64?: string;
  readonly base64repeat?: string;
  readonly repeat?: string;
  readonly times?: number;
}

function bytes(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
