import { createHash, timingSafeEqual } from 'node:crypto';
import type { Parameters } from './raw-query.ts';

export type HashAlgorithm = 'sha1' | 'sha256' | 'sha384' | 'sha512';

export const hashAlgorithms: readonly HashAlgorithm[] = ['sha1', 'sha256', 'sha384', 'sha512'];

const algorithmByHexLength = new Map<number, HashAlgorithm>([
  [40, 'sha1'],
  [64, 'sha256'],
  [96, 'sha384'],
  [128, 'sha512'],
]);

/** What a checksum is computed over; the body never counts. */
export interface SignedRequest {
  callName: string;
  /** The query exactly as it stood in the request line. */
  rawQuery: string;
  /** Parameters of query and form body together. */
  params: Parameters;
}

/**
 * Tells whether a request is signed with the secret: the hash over call name, raw query without
 * the checksum, and secret. The length of the checksum chooses the hash; two checksums are one too
 * many. Source: API documentation, "API Security Model".
 */
export function isChecksumValid(
  request: SignedRequest,
  secret: string,
  enabled: readonly HashAlgorithm[],
): boolean {
  const sent = request.params.first('checksum');
  if (sent === undefined || request.params.count('checksum') !== 1) return false;
  const algorithm = algorithmByHexLength.get(sent.length);
  if (algorithm === undefined || !enabled.includes(algorithm)) return false;
  const signed = request.callName + withoutChecksum(request.rawQuery, sent) + secret;
  const expected = Buffer.from(createHash(algorithm).update(signed, 'utf8').digest('hex'));
  const received = Buffer.from(sent.toLowerCase());
  return expected.length === received.length && timingSafeEqual(expected, received);
}

// The server removes text, it does not parse: the same letters inside another value go as well.
function withoutChecksum(rawQuery: string, checksum: string): string {
  return rawQuery
    .replaceAll(`&checksum=${checksum}`, '')
    .replaceAll(`checksum=${checksum}&`, '')
    .replaceAll(`checksum=${checksum}`, '');
}
