import { isBbbError } from '../../errors/index.ts';
import type { HttpResponse } from '../../response/interpret-response.ts';
import { parseJson } from '../../response/parse-json.ts';
import { parseXml, type XmlElement } from '../../response/parse-xml.ts';
import { childItems, childText } from '../../response/shape-reply.ts';

/** What came back to one request of a probe. */
export type ProbeAnswer =
  | {
      readonly kind: 'reply';
      readonly returncode: string;
      readonly messageKey: string | undefined;
      readonly field: (name: string) => string | undefined;
    }
  | { readonly kind: 'redirect'; readonly to: URL | undefined }
  | { readonly kind: 'forbidden' | 'missing' | 'busy' | 'page' }
  | { readonly kind: 'lost'; readonly why: LostReason };

export type LostReason =
  | 'host_not_found'
  | 'unreachable'
  | 'timed_out'
  | 'tls_missing'
  | 'tls_untrusted';

/** Sorts an answer. A server's own envelope counts under any status: balancers send it with 500. */
export function sortResponse(response: HttpResponse, url: string): ProbeAnswer {
  const { status, headers } = response;
  const root = envelopeIn(response);
  if (root !== undefined) return replyOf(root);
  if (status >= 300 && status <= 399) {
    const location = headers['location'] ?? '';
    return {
      kind: 'redirect',
      to: URL.canParse(location, url) ? new URL(location, url) : undefined,
    };
  }
  if (status === 401 || status === 403) return { kind: 'forbidden' };
  if (status === 404 || status === 405 || status === 410 || status === 501) {
    return { kind: 'missing' };
  }
  return { kind: status === 429 || status >= 500 ? 'busy' : 'page' };
}

/** Sorts a failure of the transport, by the platform's own word for it where there is one. */
export function sortFailure(error: unknown): ProbeAnswer {
  if (!isBbbError(error)) return { kind: 'lost', why: 'unreachable' };
  if (error.code === 'timeout') return { kind: 'lost', why: 'timed_out' };
  if (error.code === 'bad_reply') return { kind: 'page' };
  const code = (error.cause as { code?: unknown } | undefined)?.code;
  const word = typeof code === 'string' ? code : '';
  if (/^(?:ENOTFOUND|EAI_|ENODATA)/.test(word)) return { kind: 'lost', why: 'host_not_found' };
  if (/TIMEDOUT|TIMEOUT/.test(word)) return { kind: 'lost', why: 'timed_out' };
  if (/^(?:ERR_SSL|EPROTO)/.test(word)) return { kind: 'lost', why: 'tls_missing' };
  const isUntrusted = /CERT|SELF_SIGNED|UNABLE_TO|^ERR_TLS/.test(word);
  return { kind: 'lost', why: isUntrusted ? 'tls_untrusted' : 'unreachable' };
}

function envelopeIn({ body }: HttpResponse): XmlElement | undefined {
  const isJson = new TextDecoder().decode(body.subarray(0, 64)).trimStart().startsWith('{');
  try {
    const root = isJson ? parseJson(body, {}) : parseXml(body);
    return childText(root, 'returncode') === undefined ? undefined : root;
  } catch {
    return undefined;
  }
}

function replyOf(root: XmlElement): ProbeAnswer {
  const field = (name: string): string | undefined => textIn(root, name);
  const [error] = childItems(root, 'errors', 'error');
  const key = error === undefined ? field('messageKey') : textIn(error, 'key');
  return {
    kind: 'reply',
    returncode: field('returncode') ?? '',
    messageKey: key === '' ? undefined : key,
    field,
  };
}

function textIn(element: XmlElement, name: string): string | undefined {
  try {
    return childText(element, name)?.trim();
  } catch {
    return undefined;
  }
}
