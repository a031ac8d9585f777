import { calls, type CallSpec } from '../catalogue/index.ts';
import type { CallName, ReplyOf } from '../catalogue/types.ts';
import {
  type BadReplyReason,
  BbbError,
  type BbbErrorCode,
  messageKeyCodes,
} from '../errors/index.ts';
import { replySchema } from '../validation/reply-schema.ts';
import { parseJson } from './parse-json.ts';
import { maxEnvelopeBytes, parseXml, type XmlElement } from './parse-xml.ts';
import { redirectFailureKey } from './redirect-failure.ts';
import { childItems, childText, shapeFields } from './shape-reply.ts';
import { tellingStart } from './telling-start.ts';
import { XmlRefused } from './xml-refused.ts';

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
 * Throws `bad_reply` for anything that is not a whole BigBlueButton reply, or is longer than 1 MiB
 * without being a success, `server_unavailable` for gateway errors, and the code of the server's
 * message key for every other FAILED.
 */
export function interpretResponse<N extends CallName>(name: N, response: HttpResponse): ReplyOf<N> {
  const call: CallSpec = calls[name];
  const { root, returncode } = readEnvelope(call, response);
  try {
    const failure = returncode === 'FAILED' ? readFailure(root) : undefined;
    if (failure && !(call.answers ?? []).includes(failure.key ?? '')) {
      throw refusal(call, failure.key);
    }
    const fields = shapeFields(root, call.reply);
    const key = failure?.key ?? emptyAsMissing(childText(root, 'messageKey'));
    if (key !== undefined && call.refusals?.includes(key)) throw refusal(call, key);
    if (returncode === 'SUCCESS') requirePromised(name, fields);
    return {
      returncode,
      messageKey: key,
      message: failure?.message ?? emptyAsMissing(childText(root, 'message')),
      ...fields,
    } as ReplyOf<N>;
  } catch (error) {
    throw asBadReply(call.name, error, response.body);
  }
}

function requirePromised(name: CallName, fields: unknown): void {
  const checked = replySchema(name).safeParse(fields);
  if (checked.success) return;
  throw new XmlRefused(
    'wrong_shape',
    `no usable ${checked.error.issues[0]?.path.join('.') ?? 'fields'}`,
  );
}

function readEnvelope(
  call: CallSpec,
  response: HttpResponse,
): { root: XmlElement; returncode: 'SUCCESS' | 'FAILED' } {
  let root: XmlElement;
  let returncode: string | undefined;
  try {
    requireShort(response, isGood(response.status));
    root = parse(call, response.body);
    returncode = childText(root, 'returncode') ?? assumedReturncode(call);
    requireShort(response, returncode === 'SUCCESS');
  } catch (error) {
    const key = redirectFailureKey(response);
    throw key === undefined ? notAnEnvelope(call, response, error) : refusal(call, key);
  }
  if (returncode !== 'SUCCESS' && returncode !== 'FAILED') {
    throw BbbError.badReply(call.name, 'no_returncode', 'no returncode of SUCCESS or FAILED');
  }
  if (returncode === 'SUCCESS' && !isGood(response.status)) {
    const { status } = response;
    throw BbbError.badReply(call.name, statusReason(status), `SUCCESS under HTTP status ${status}`);
  }
  return { root, returncode };
}

/** JSON calls have errors, and on old servers everything, in XML. */
function parse(call: CallSpec, body: Uint8Array): XmlElement {
  return call.format === 'json' && !startsLikeXml(body)
    ? parseJson(body, call.reply)
    : parseXml(body, call);
}

/** Tells whether a status is one of success. */
export function isGood(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** Only a list is long, and a list is a success: so whoever reads a stream holds back little. */
function requireShort({ body }: HttpResponse, unlessSuccess: boolean): void {
  if (!unlessSuccess && body.byteLength > maxEnvelopeBytes) {
    throw new XmlRefused('too_large', 'more than a MiB that is no success');
  }
}

function startsLikeXml(body: Uint8Array): boolean {
  const first = new TextDecoder().decode(body.subarray(0, 256)).trimStart();
  return first === '' || first.startsWith('<');
}

function assumedReturncode(call: CallSpec): string | undefined {
  return call.mayLackReturncode ? 'SUCCESS' : undefined;
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

function refusal(call: CallSpec, messageKey: string | undefined): BbbError {
  const code = codeOf(messageKey ?? '', { ...messageKeyCodes, ...call.keyCodes });
  // A balancer's key for whatever went wrong, before or after the server had done its part.
  const isVague = messageKey === 'internalError';
  const words = messageKey === undefined ? 'without a key' : `with ${messageKey}`;
  return new BbbError(code, `${call.name} was refused ${words}`, {
    call: call.name,
    messageKey,
    retryable: code === 'server_unavailable' && (!isVague || call.effect === 'read'),
  });
}

function codeOf(key: string, codes: Readonly<Record<string, BbbErrorCode>>): BbbErrorCode {
  return (Object.hasOwn(codes, key) ? codes[key] : undefined) ?? 'server_refused';
}

/** A write may have taken effect behind the page that came instead of its reply. */
function notAnEnvelope(
  { name: call, effect }: CallSpec,
  { status, body }: HttpResponse,
  error: unknown,
): BbbError {
  const isRead = effect === 'read';
  if (status === 502 || status === 503 || status === 504 || status === 429) {
    return new BbbError('server_unavailable', `${call} met HTTP status ${status}`, {
      call,
      retryable: isRead || status === 503 || status === 429,
    });
  }
  if (status === 401 || status === 403) {
    return new BbbError('access_denied', `${call} met HTTP status ${status}`, { call });
  }
  if (!isGood(status)) {
    const mayPass = status >= 500 && status !== 501;
    const why = `HTTP status ${status}`;
    return BbbError.badReply(call, statusReason(status), why, isRead && mayPass);
  }
  return asBadReply(call, error, body);
}

function statusReason(status: number): BadReplyReason {
  return status >= 300 && status <= 399 ? 'redirected' : 'http_status';
}

/** A parser's own message may quote the reply; only the kind of failure is passed on. */
const unreadable = { reason: 'malformed', message: 'XML that cannot be read' } as const;

/** Makes the error of a body, given from its start, that was refused under a status of success. */
export function asBadReply(call: string, error: unknown, body: Uint8Array): BbbError {
  if (error instanceof BbbError) return error;
  const { reason, message } = error instanceof XmlRefused ? error : unreadable;
  return BbbError.badReply(call, tellingStart(body) ?? reason, message);
}

function emptyAsMissing(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
