import { createHash, timingSafeEqual } from 'node:crypto';
import { type Parameters, reencodeQuery } from './raw-query.ts';

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

/** What a family of servers asks of a checksum. */
export interface ChecksumRules {
  readonly hashAlgorithms: readonly HashAlgorithm[];
  readonly checksumCase: 'any' | 'lower';
  readonly secondChecksum: 'refused' | 'ignored';
  readonly signedQuery: 'as-sent' | 're-encoded';
}

/**
 * Tells whether a request is signed with one of the secrets: the hash over call name, raw query
 * without the checksum, and secret. The length of the checksum chooses the hash. Source: API
 * documentation, "API Security Model".
 */
export function isChecksumValid(
  request: SignedRequest,
  secrets: readonly string[],
  rules: ChecksumRules,
): boolean {
  const sent = request.params.first('checksum');
  if (sent === undefined || hasRefusedChecksum(request.params, rules)) return false;
  const algorithm = algorithmByHexLength.get(sent.length);
  if (algorithm === undefined || !rules.hashAlgorithms.includes(algorithm)) return false;
  const query = withoutChecksum(request.rawQuery, sent);
  const signed = rules.signedQuery === 'as-sent' ? query : reencodeQuery(query);
  const received = Buffer.from(rules.checksumCase === 'any' ? sent.toLowerCase() : sent);
  return secrets.some((secret) => {
    const text = request.callName + signed + secret;
    const expected = Buffer.from(createHash(algorithm).update(text, 'utf8').digest('hex'));
    return expected.length === received.length && timingSafeEqual(expected, received);
  });
}

/** Tells whether more checksums were sent than the server tolerates, whatever the call. */
export function hasRefusedChecksum(params: Parameters, rules: ChecksumRules): boolean {
  return rules.secondChecksum === 'refused' && params.count('checksum') > 1;
}

// The server removes text, it does not parse: the same letters inside another value go as well.
function withoutChecksum(rawQuery: string, checksum: string): string {
  return rawQuery
    .replaceAll(`&checksum=${checksum}`, '')
    .replaceAll(`checksum=${checksum}&`, '')
    .replaceAll(`checksum=${checksum}`, '');
}
