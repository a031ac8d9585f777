import { createHash } from 'node:crypto';
import type { HashAlgorithm } from '../signing/hash-algorithms.ts';
import { bearerToken } from './analytics.ts';
import { isSameText } from './constant-time.ts';
import { formFields, onlyField, queryOf } from './received-body.ts';
import { denied, malformed, requireKey } from './refusals.ts';

const callback = 'webhook';

/**
 * How a webhook proves where it comes from. `raw_body`: hash of URL, body and secret (bbb-webhooks
 * from 3.4). `form_json`: hash of URL, the three fields as JSON, and secret (up to 2.6).
 * `constant`: hash of URL, `{}` and secret (3.0 to 3.3), which covers nothing of the body.
 * `bearer`: the shared secret itself in the Authorization header.
 */
export const webhookSchemes = ['raw_body', 'form_json', 'constant', 'bearer'] as const;

export type WebhookScheme = (typeof webhookSchemes)[number];

/** The two that cover the body and do not hand the secret around. */
export const defaultWebhookSchemes: readonly WebhookScheme[] = ['raw_body', 'form_json'];

const algorithmByLength: ReadonlyMap<number, HashAlgorithm> = new Map([
  [40, 'sha1'],
  [64, 'sha256'],
  [96, 'sha384'],
  [128, 'sha512'],
]);

/** A webhook as it came in. */
export interface WebhookRequest {
  /** The address it came in by, whole or from its `?` on: it carries the checksum. */
  readonly url: string;
  readonly authorization?: string | undefined;
  /** The bytes as received; a parsed and rebuilt body has another checksum. */
  readonly body: Uint8Array;
}

/** What a webhook is checked with. */
export interface WebhookProof {
  /** Exactly as given to `hooks/create`. */
  readonly registeredUrl: string;
  /** The shared secret of the server. */
  readonly secret: string;
  /** Accepted proofs. Default: `raw_body` and `form_json`. */
  readonly schemes?: readonly WebhookScheme[];
}

/**
 * Finds the scheme that proves a webhook genuine. Throws `access_denied` when none of the accepted
 * ones does, `not_configured` for an empty secret.
 */
export function provenScheme(
  request: WebhookRequest,
  fields: ReadonlyMap<string, readonly string[]>,
  { registeredUrl, secret, schemes = defaultWebhookSchemes }: WebhookProof,
): WebhookScheme {
  requireKey(callback, secret);
  const token = schemes.includes('bearer') ? bearerToken(request.authorization) : undefined;
  if (token !== undefined && isSameText(token, secret)) return 'bearer';

  const sent = formFields(callback, queryOf(request.url)).get('checksum') ?? [];
  const [checksum] = sent;
  if (checksum === undefined) throw denied(callback, 'has no checksum');
  if (sent.length > 1) throw denied(callback, 'has more than one checksum');
  const algorithm = algorithmByLength.get(checksum.length);
  if (algorithm === undefined) throw denied(callback, 'has a checksum of an unknown kind');
  const hashOf = (middle: string | Uint8Array): string =>
    createHash(algorithm).update(registeredUrl).update(middle).update(secret).digest('hex');

  for (const scheme of ['raw_body', 'form_json', 'constant'] as const) {
    if (!schemes.includes(scheme)) continue;
    const covered =
      scheme === 'raw_body' ? request.body : scheme === 'constant' ? '{}' : formJson(fields);
    if (isSameText(checksum, hashOf(covered))) return scheme;
  }
  throw denied(callback, 'has a wrong checksum');
}

/** The text 2.x hashed: the fields in its own order, the timestamp as a number. */
function formJson(fields: ReadonlyMap<string, readonly string[]>): string {
  const [event, timestamp, domain] = ['event', 'timestamp', 'domain'].map((name) =>
    onlyField(callback, fields, name),
  );
  if (!/^\d{1,16}$/.test(timestamp ?? '')) throw malformed(callback, 'has an odd timestamp');
  return `{"event":${JSON.stringify(event)},"timestamp":${timestamp},"domain":${JSON.stringify(domain)}}`;
}
