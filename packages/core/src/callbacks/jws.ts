import { createHmac } from 'node:crypto';
import { isSameText } from './constant-time.ts';
import { isJsonObject } from './received-body.ts';
import { type CallbackName, denied, malformed, requireKey } from './refusals.ts';

/** The two MACs that BigBlueButton and balancers sign callback tokens with. */
export type JwsAlgorithm = 'HS256' | 'HS512';

const hashes = { HS256: 'sha256', HS512: 'sha512' } as const;

/** Real tokens have a few hundred characters. */
const maxLength = 8_192;

/**
 * Verifies a token in the compact form of JSON Web Signature (RFC 7515) and gives its claims.
 *
 * Only the algorithms named may have signed it: the header does not choose. Extensions (`crit`,
 * `b64`) are refused. Throws `access_denied` for a wrong algorithm, extension or signature and
 * `bad_reply` for what is no such token; `not_configured` for an empty secret.
 */
export function verifyJws(
  callback: CallbackName,
  token: string,
  secret: string,
  algorithms: readonly JwsAlgorithm[],
): Readonly<Record<string, unknown>> {
  requireKey(callback, secret);
  if (token.length > maxLength) throw malformed(callback, 'has an oversized token');
  const parts = token.split('.');
  const [header, payload, signature] = parts;
  if (
    header === undefined ||
    payload === undefined ||
    signature === undefined ||
    parts.length > 3
  ) {
    throw malformed(callback, 'has a token without three parts');
  }
  const algorithm = algorithmIn(callback, jsonPart(callback, header), algorithms);
  const expected = createHmac(hashes[algorithm], secret).update(`${header}.${payload}`, 'utf8');
  // Compared as text: of the several spellings of the same bytes only the canonical one counts.
  if (!isSameText(signature, expected.digest('base64url'))) {
    throw denied(callback, 'has a token with a wrong signature');
  }
  return jsonPart(callback, payload);
}

function algorithmIn(
  callback: CallbackName,
  header: Readonly<Record<string, unknown>>,
  allowed: readonly JwsAlgorithm[],
): JwsAlgorithm {
  if (Object.hasOwn(header, 'crit') || Object.hasOwn(header, 'b64')) {
    throw denied(callback, 'has a token with extensions');
  }
  const found = allowed.find((algorithm) => header['alg'] === algorithm);
  if (found === undefined) throw denied(callback, 'has a token of another algorithm');
  return found;
}

function jsonPart(callback: CallbackName, part: string): Readonly<Record<string, unknown>> {
  const bytes = Buffer.from(part, 'base64url');
  // Decoders skip what they do not know; encoding again shows whether anything was skipped.
  if (part === '' || bytes.toString('base64url') !== part) {
    throw malformed(callback, 'has a token that is not base64url');
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw malformed(callback, 'has a token that is not JSON');
  }
  if (!isJsonObject(value)) throw malformed(callback, 'has a token that holds no object');
  return value;
}
