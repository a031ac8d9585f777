import { hash, randomFillSync } from 'node:crypto';

/** Makes an unguessable token of 256 bits, safe in URLs and cookies. */
export function newToken(): string {
  return random(32, 'base64url');
}

/** Hashes a token for storage (SHA-256, hex), so that a stolen database opens nothing. */
export function hashOf(token: string): string {
  return hash('sha256', token, 'hex');
}

/** Makes a public identifier of 128 random bits in hex. */
export function newId(): string {
  return random(16, 'hex');
}

/** Asking the system for a few bytes costs as much as for many; no byte is given out twice. */
const pool = Buffer.alloc(4096);
let given = pool.length;

function random(size: number, encoding: 'hex' | 'base64url'): string {
  if (given + size > pool.length) {
    randomFillSync(pool);
    given = 0;
  }
  const text = pool.toString(encoding, given, given + size);
  pool.fill(0, given, given + size);
  given += size;
  return text;
}
