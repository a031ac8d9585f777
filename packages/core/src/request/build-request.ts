import { calls, type CallSpec } from '../catalogue/index.ts';
import type { BodyOf, CallName, ExtensionName, ParamsOf } from '../catalogue/types.ts';
import type { Dialect } from '../dialects/index.ts';
import { BbbError } from '../errors/index.ts';
import { canonicalQuery } from '../signing/canonical-query.ts';
import { checksum } from '../signing/checksum.ts';
import type { HashAlgorithm } from '../signing/hash-algorithms.ts';
import { validateBody } from '../validation/validate-body.ts';
import { validateParams } from '../validation/validate-params.ts';
import { encodeBody } from './encode-body.ts';
import type { EncodedBody } from './encoded-body.ts';
import { type ParamInput, wireParams } from './wire-params.ts';

/** What a request needs to know of a server. */
export interface RequestTarget {
  /** Base URL ending in `/`; calls live under `api/`. */
  readonly endpoint: string;
  readonly secret: string;
  readonly dialect: Dialect;
  /** Defaults to the dialect's first. */
  readonly hashAlgorithm?: HashAlgorithm;
  /** The same for the calls under `hooks/`. */
  readonly hooksHashAlgorithm?: HashAlgorithm;
  /** What a hoster calls its extensions, where that is not the catalogue's name. */
  readonly extensionNames?: Readonly<Partial<Record<ExtensionName, string>>>;
}

/** A request as data: what a transport sends, byte for byte. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Signed. It goes to the server or to one participant, never into a log. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Only with POST, and with its `content-type` among the headers. Never part of the checksum. */
  readonly body?: Uint8Array;
}

/**
 * Builds the signed request of a call, without sending it. A call with a body is a POST.
 *
 * Throws `not_supported` when the dialect lacks the call, `invalid_params`, with every violation,
 * when a parameter or the body must not be sent, and `not_configured` for an unusable extension
 * name. See the API page, "Security" and "POST body".
 */
export function buildRequest<N extends CallName>(
  target: RequestTarget,
  name: N,
  params: ParamsOf<N>,
  body?: BodyOf<N>,
): HttpRequest {
  const { dialect } = target;
  if (!isSupported(name, dialect)) throw BbbError.notSupported(name, dialect.name);
  const call: CallSpec = calls[name];
  const violations = [...validateParams(name, params, dialect), ...validateBody(call.body, body)];
  if (violations.length > 0) throw BbbError.invalidParams(name, violations);

  const encoded = call.body && body !== undefined ? encodeBody(call.body, body) : undefined;
  const limit = call.body?.kind === 'modules' ? call.body.maxBytes : Infinity;
  if (encoded && encoded.bytes.byteLength > limit) {
    throw BbbError.invalidParams(name, [{ path: 'body', rule: 'max', allowed: String(limit) }]);
  }
  const query = canonicalQuery(wireParams(params as Record<string, ParamInput>));
  return httpRequest(call, urlOf(call, query, target), encoded);
}

function isSupported(name: string, dialect: Dialect): boolean {
  if (!Object.hasOwn(calls, name) || dialect.missingCalls.includes(name)) return false;
  const { needs } = calls[name as CallName] satisfies CallSpec as CallSpec;
  return needs === undefined || dialect[needs as keyof Dialect] === true;
}

function httpRequest(call: CallSpec, url: string, body: EncodedBody | undefined): HttpRequest {
  // Servers up to 3.0 declare XML only and may answer nothing to anybody who asks for less.
  const accept = call.format === 'xml' ? 'application/xml, text/xml, */*' : '*/*';
  if (!body) return { method: call.methods[0] ?? 'GET', url, headers: { accept } };
  const headers = { accept, 'content-type': body.contentType };
  return { method: 'POST', url, headers, body: body.bytes };
}

function urlOf(call: CallSpec, query: string, target: RequestTarget): string {
  const path = pathOf(call, target);
  const base = `${target.endpoint}api${path === '' ? '' : `/${path}`}`;
  if (call.auth !== 'checksum') return query === '' ? base : `${base}?${query}`;
  const sum = checksum(algorithmFor(call, target), path, query, target.secret);
  return `${base}?${query === '' ? '' : `${query}&`}checksum=${sum}`;
}

function pathOf(call: CallSpec, { extensionNames }: RequestTarget): string {
  const path = call.path ?? call.name;
  if (call.nameConfigurable === undefined) return path;
  const configured = extensionNames?.[call.name as ExtensionName] ?? path;
  if (/^[A-Za-z][A-Za-z0-9_/-]*$/.test(configured)) return configured;
  throw BbbError.notConfigured(`the name set for ${call.name} cannot be part of a URL`);
}

function algorithmFor({ hashGroup }: CallSpec, target: RequestTarget): HashAlgorithm {
  const { dialect } = target;
  return hashGroup === 'hooks'
    ? (target.hooksHashAlgorithm ?? dialect.hooksHashAlgorithms[0] ?? 'sha1')
    : (target.hashAlgorithm ?? dialect.hashAlgorithms[0] ?? 'sha256');
}
