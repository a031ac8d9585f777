import { ToolError } from '../http/tool-error.ts';

/** A signed token, taken apart but not yet believed. */
export interface IdToken {
  readonly compact: string;
  readonly kid: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

const largestToken = 32 * 1024;
const compactForm = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const longestKid = 255;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Takes a compact token apart and checks its header. Keys or key addresses inside the token are
 * never looked at. Where a claim name comes twice, the last one counts; the signature covers both.
 *
 * Throws `token_malformed`, `algorithm_refused` or `key_id_missing`.
 */
export function parseIdToken(compact: string): IdToken {
  if (compact.length > largestToken || !compactForm.test(compact)) {
    throw new ToolError('token_malformed');
  }
  const [header = '', payload = ''] = compact.split('.');
  const { alg, kid, crit, b64 } = jsonObject(header);
  if (alg !== 'RS256') throw new ToolError('algorithm_refused');
  if (crit !== undefined || b64 !== undefined) throw new ToolError('token_malformed', 'crit');
  if (typeof kid !== 'string' || kid === '' || kid.length > longestKid) {
    throw new ToolError('key_id_missing');
  }
  return { compact, kid, claims: jsonObject(payload) };
}

function jsonObject(part: string): Record<string, unknown> {
  let value: unknown;
  try {
    const bytes = Buffer.from(part, 'base64url');
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    throw new ToolError('token_malformed');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ToolError('token_malformed');
  }
  return value as Record<string, unknown>;
}
