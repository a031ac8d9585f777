import { hash } from 'node:crypto';
import type { HashAlgorithm } from './hash-algorithms.ts';

/**
 * Hashes call name, query and secret, in lower-case hex.
 *
 * The query is exactly what is sent, without `checksum`; a body is never part of it.
 * See the API page, "Security": `checksum = hash(callName + queryString + sharedSecret)`.
 */
export function checksum(
  algorithm: HashAlgorithm,
  callName: string,
  query: string,
  secret: string,
): string {
  return hash(algorithm, callName + query + secret, 'hex');
}
