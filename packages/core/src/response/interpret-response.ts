import { calls, type CallSpec } from '../catalogue/index.ts';
import type { CallName, ReplyOf } from '../catalogue/types.ts';
import { BbbError, type BbbErrorCode, messageKeyCodes } from '../errors/index.ts';
import { replySchema } from '../validation/reply-schema.ts';
import { parseJson } from './parse-json.ts';
import { maxEnvelopeBytes, parseXml, type XmlElement } from './parse-xml.ts';
import { redirectFailureKey } from './redirect-failure.ts';
import { childItems, childText, shapeFields } from './shape-reply.ts';
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
 * Throws `bad_reply` for anything that is not a whole BigBlueButton reply, `server_unavailable`
 * for gateway errors, and the code of the server's message key for every other FAILED.
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
    requireShort(response, isGood(response.status));
    root = parse(call, response.body);
    returncode = childText(root, 'returncode') ?? assumedReturncode(call);
    requireShort(response, returncode === 'SUCCESS');
  } catch (error) {
    const key = redirectFailureKey(response);
    throw key === undefined ? notAnEnvelope(call.name, response.status, error) : refusal(call, key);
  }
  if (returncode !== 'SUCCESS' && returncode !== 'FAILED') {
    throw BbbError.badReply(call.name, 'no returncode of SUCCESS or FAILED');
  }
  if (returncode === 'SUCCESS' && !isGood(response.status)) {
    throw BbbError.badReply(call.name, `SUCCESS under HTTP status ${response.status}`);
  }
  return { root, returncode };
}

/** JSON calls have errors, and on old servers everything, in XML. */
function parse(call: CallSpec, body: Uint8Array): XmlElement {
  return call.format === 'json' && !startsLikeXml(body)
    ? parseJson(body, call.reply)
    : parseXml(body, call);
}

function isGood(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** Only a list is long, and a list is a success: so whoever reads a stream holds back little. */
function requireShort({ body }: HttpResponse, unlessSuccess: boolean): void {
  if (!unlessSuccess && body.byteLength > maxEnvelopeBytes) {
    throw new XmlRefused('more than a MiB that is no success');
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
  const words = messageKey === undefined ? 'without a key' : `with ${messageKey}`;
  return new BbbError(code, `${call.name} was refused ${words}`, {
    call: call.name,
    messageKey,
    retryable: code === 'server_unavailable',
  });
}

function codeOf(key: string, codes: Readonly<Record<string, BbbErrorCode>>): BbbErrorCode {
  return (Object.hasOwn(codes, key) ? codes[key] : undefined) ?? 'server_refused';
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
  if (!isGood(status)) {
    return BbbError.badReply(call, `HTTP status ${status}`, status >= 500);
  }
  return asBadReply(call, error);
}

function asBadReply(call: string, error: unknown): BbbError {
  if (error instanceof BbbError) return error;
  if (error instanceof XmlRefused) return BbbError.badReply(call, error.message);
  // The parser's own message may quote the reply; only the kind of failure is passed on.
  return BbbError.badReply(call, 'XML that cannot be read');
}

function emptyAsMissing(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
