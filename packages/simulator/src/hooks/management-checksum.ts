import { createHash } from 'node:crypto';
import type { WebhooksBehaviour } from '../profiles/webhooks.ts';
import type { HashAlgorithm } from '../wire/checksum.ts';
import type { Parameters } from '../wire/raw-query.ts';

const algorithmByHexLength = new Map<number, HashAlgorithm>([
  [40, 'sha1'],
  [64, 'sha256'],
  [96, 'sha384'],
  [128, 'sha512'],
]);

/** A request to the webhooks service. */
interface SignedRequest {
  /** As it stood in the path, with a slash at the end if there was one. */
  callName: string;
  rawQuery: string;
  params: Parameters;
}

/**
 * Checks the checksum of a management call. Unlike bbb-web, the service insists on small letters;
 * versions from 3.0 on fail on a length that belongs to no hash. Source: bbb-webhooks source.
 */
export function checkManagementChecksum(
  { callName, rawQuery, params }: SignedRequest,
  secrets: readonly string[],
  { managementChecksum }: WebhooksBehaviour,
): 'valid' | 'invalid' | 'failure' {
  const sent = params.text('checksum');
  if (sent === '' || params.count('checksum') > 1) return 'invalid';
  const byLength = algorithmByHexLength.get(sent.length);
  if (managementChecksum === 'by-length' && byLength === undefined) return 'failure';
  const algorithm = managementChecksum === 'sha1' ? 'sha1' : byLength;
  if (algorithm === undefined) return 'invalid';
  const query = withoutChecksum(rawQuery);
  const isRight = secrets.some((secret) => {
    const text = `${callName}${query}${secret}`;
    return createHash(algorithm).update(text, 'utf8').digest('hex') === sent;
  });
  return isRight ? 'valid' : 'invalid';
}

/** Removes the checksum wherever it stands, one way after the other, as the service does. */
function withoutChecksum(rawQuery: string): string {
  return rawQuery
    .replace(/&checksum=[^&]*/u, '')
    .replace(/checksum=[^&]*&/u, '')
    .replace(/checksum=[^&]*$/u, '');
}
