import { calls, type CallSpec } from '../catalogue/index.ts';
import type { CallName, ParamsOf } from '../catalogue/types.ts';
import type { Dialect } from '../dialects/index.ts';
import { BbbError } from '../errors/index.ts';
import { canonicalQuery } from '../signing/canonical-query.ts';
import { checksum } from '../signing/checksum.ts';
import type { HashAlgorithm } from '../signing/hash-algorithms.ts';
import { validateParams } from '../validation/validate-params.ts';
import { type ParamInput, wireParams } from './wire-params.ts';

/** What a request needs to know of a server. */
export interface RequestTarget {
  /** Base URL ending in `/`; calls live under `api/`. */
  readonly endpoint: string;
  readonly secret: string;
  readonly dialect: Dialect;
  /** Defaults to the dialect's first. */
  readonly hashAlgorithm?: HashAlgorithm;
}

/** A request as data: what a transport sends, byte for byte. */
export interface HttpRequest {
  readonly method: 'GET';
  /** Signed. It goes to the server or to one participant, never into a log. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Builds the signed request of a call, without sending it.
 *
 * Throws `not_supported` when the dialect lacks the call and `invalid_params`, with every
 * violation, when a parameter must not be sent.
 */
export function buildRequest<N extends CallName>(
  target: RequestTarget,
  name: N,
  params: ParamsOf<N>,
): HttpRequest {
  const call: CallSpec = calls[name];
  const { dialect } = target;
  if (dialect.missingCalls.includes(name)) throw BbbError.notSupported(name, dialect.name);
  const violations = validateParams(name, params, dialect);
  if (violations.length > 0) throw BbbError.invalidParams(name, violations);

  const query = canonicalQuery(wireParams(params as Record<string, ParamInput>));
  const algorithm = target.hashAlgorithm ?? dialect.hashAlgorithms[0] ?? 'sha256';
  const sum = checksum(algorithm, call.name, query, target.secret);
  return {
    method: 'GET',
    url: `${target.endpoint}api/${call.name}?${query === '' ? '' : `${query}&`}checksum=${sum}`,
    // Servers up to 3.0 declare XML only and may answer nothing to anybody who asks for less.
    headers: { accept: 'application/xml, text/xml, */*' },
  };
}
