import { calls, type CallSpec } from '../catalogue/index.ts';
import type { CallName, ReplyOf } from '../catalogue/types.ts';
import { BbbError, type BbbErrorCode, messageKeyCodes } from '../errors/index.ts';
import { replySchema } from '../validation/reply-schema.ts';
import { parseXml, type XmlElement, XmlRefused } from './parse-xml.ts';
import { childItems, childText, shapeFields } from './shape-reply.ts';

/** What a transport brings back; header names are lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Reads the reply of a call.
 *
 * Answers the typed reply for SUCCESS, and for a FAILED that the catalogue counts as an answer.
 * Throws `bad_reply` for anything that is not a whole BigBlueButton reply, `server_unavailable`
 * for gateway errors, and the code of the server's message key for every other FAILED.
 */
export function interpretResponse<N extends CallName>(name: N, response: HttpResponse): ReplyOf<N> {
  const call: CallSpec = calls[name];
  const { root, returncode } = readEnvelope(call, response);
  const failure = returncode === 'FAILED' ? readFailure(root) : undefined;
  if (failure && !(call.answers ?? []).includes(failure.key ?? '')) {
    throw refusal(call.name, failure.key);
  }
  try {
    const fields = shapeFields(root, call.reply);
    if (returncode === 'SUCCESS') requirePromised(name, fields);
    return {
      returncode,
      messageKey: failure?.key ?? emptyAsMissing(childText(root, 'messageKey')),
      message: failure?.message ?? emptyAsMissing(childText(root, 'message')),
      ...fields,
    } as ReplyOf<N>;
  } catch (error) {
    throw asBadReply(call.name, error);
  }
}

function requirePromised(name: CallName, fields: unknown): void {
  const checked = replySchema(name).safeParse(fields);
  if (checked.success) return;
  throw new XmlRefused(`no usable ${checked.error.issues[0]?.path.join('.') ?? 'fields'}`);
}

function readEnvelope(
  call: CallSpec,
  response: HttpResponse,
): { root: XmlElement; returncode: 'SUCCESS' | 'FAILED' } {
  let root: XmlElement;
  let returncode: string | undefined;
  try {
    root = parseXml(response.body, call.reply);
    returncode = childText(root, 'returncode');
  } catch (error) {
    throw notAnEnvelope(call.name, response.status, error);
  }
  if (returncode !== 'SUCCESS' && returncode !== 'FAILED') {
    throw BbbError.badReply(call.name, 'no returncode of SUCCESS or FAILED');
  }
  if (returncode === 'SUCCESS' && (response.status < 200 || response.status > 299)) {
    throw BbbError.badReply(call.name, `SUCCESS under HTTP status ${response.status}`);
  }
  return { root, returncode };
}

/** Key and text of a failure, from any of the three envelopes servers use. */
function readFailure(root: XmlElement): { key?: string; message?: string } {
  const [first] = childItems(root, 'errors', 'error');
  const key = emptyAsMissing(
    first === undefined ? childText(root, 'messageKey') : keyOf(first, 'key'),
  );
  const message = emptyAsMissing(
    first === undefined ? childText(root, 'message') : keyOf(first, 'message'),
  );
  return { ...(key && { key }), ...(message && { message }) };
}

/** Very old servers put key and message into attributes. */
function keyOf(error: XmlElement, name: string): string | undefined {
  const attribute = typeof error === 'object' ? error[`@${name}`] : undefined;
  return typeof attribute === 'string' ? attribute : childText(error, name);
}

function refusal(call: string, messageKey: string | undefined): BbbError {
  const code: BbbErrorCode =
    (messageKey !== undefined && Object.hasOwn(messageKeyCodes, messageKey)
      ? messageKeyCodes[messageKey]
      : undefined) ?? 'server_refused';
  const words = messageKey === undefined ? 'without a key' : `with ${messageKey}`;
  return new BbbError(code, `${call} was refused ${words}`, {
    call,
    messageKey,
    retryable: code === 'server_unavailable',
  });
}

function notAnEnvelope(call: string, status: number, error: unknown): BbbError {
  if (status === 502 || status === 503 || status === 504 || status === 429) {
    return new BbbError('server_unavailable', `${call} met HTTP status ${status}`, {
      call,
      retryable: true,
    });
  }
  if (status === 401 || status === 403) {
    return new BbbError('access_denied', `${call} met HTTP status ${status}`, { call });
  }
  if (status < 200 || status > 299) {
    return BbbError.badReply(call, `HTTP status ${status}`, status >= 500);
  }
  return asBadReply(call, error);
}

function asBadReply(call: string, error: unknown): BbbError {
  if (error instanceof XmlRefused) return BbbError.badReply(call, error.message);
  // The parser's own message may quote the reply; only the kind of failure is passed on.
  return BbbError.badReply(call, 'XML that cannot be read');
}

function emptyAsMissing(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
