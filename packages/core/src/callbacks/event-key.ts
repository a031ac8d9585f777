import { hash } from 'node:crypto';

/**
 * Gives the key by which a repeated event is recognised: the SHA-256 of its JSON with names sorted
 * by their bytes and no blanks. A retry, or a second hook for the same meeting, sends the same
 * content, so it has the same key; its order of names does not matter. An event nested deeper than
 * any is has none.
 */
export function eventKey(event: unknown): string | undefined {
  try {
    return hash('sha256', canonicalJson(event, 0), 'hex');
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}

const maxDepth = 64;

class TooDeep extends Error {}

function canonicalJson(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (depth >= maxDepth) throw new TooDeep();
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  }
  const members = Object.entries(value)
    .toSorted(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner, depth + 1)}`);
  return `{${members.join(',')}}`;
}
