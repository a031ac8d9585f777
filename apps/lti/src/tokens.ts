import { createHash, randomBytes } from 'node:crypto';

/** Makes an unguessable token of 256 bits, safe in URLs and cookies. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Hashes a token for storage (SHA-256, hex), so that a stolen database opens nothing. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Makes a public identifier of 128 random bits in hex. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}
