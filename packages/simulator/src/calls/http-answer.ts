import { plainPage } from '../page/plain-page.ts';
import { replyJson, replyXml } from '../wire/envelopes.ts';
import { inTurns } from '../wire/in-turns.ts';
import type { Answer } from './call.ts';

/** An answer as it goes out, with what the request log wants to know about it. */
export interface HttpAnswer {
  response: Response;
  /** What the caller saw, when it is not the status of the response; 0 for nothing at all. */
  status?: number;
  /** '' when the answer is not the API's own. */
  returncode: string;
  messageKey: string;
}

/** What decides how an answer is written. */
export interface Negotiation {
  /** The Accept header of the request. */
  accept: string;
  /** Content type of answers in XML. */
  xmlType: string;
}

/**
 * Writes an answer. Failures exist as XML and JSON, successes only as XML: who accepts nothing else
 * gets 406.
 */
export async function writeAnswer(
  answer: Exclude<Answer, { kind: 'silence' }>,
  { accept, xmlType }: Negotiation,
): Promise<HttpAnswer> {
  if (answer.kind === 'error-page') return writeErrorPage(answer.status);
  if (answer.kind === 'redirect') {
    const headers = new Headers({ Location: answer.location, 'Cache-Control': 'no-cache' });
    if (answer.cookie !== undefined) headers.set('Set-Cookie', answer.cookie);
    return { ...outcome(answer), response: new Response(null, { status: 302, headers }) };
  }
  if (answer.kind === 'raw') {
    return { ...outcome(answer), response: textResponse(answer.type, answer.text, answer.status) };
  }
  const { reply, cookie } = answer;
  if (!refusesXml(accept)) {
    const written = writeXmlReply(answer, xmlType);
    if (cookie !== undefined) written.response.headers.set('Set-Cookie', cookie);
    return written;
  }
  if (reply.returncode === 'FAILED') return writeJsonReply(answer);
  return { ...outcome(reply), response: new Response(null, { status: 406 }) };
}

/** Writes a reply as XML, whatever the caller accepts. */
export function writeXmlReply({ reply }: Answer & { kind: 'reply' }, xmlType: string): HttpAnswer {
  const type = `${xmlType};charset=utf-8`;
  return { ...outcome(reply), response: textResponse(type, inTurns(replyXml(reply))) };
}

/** Writes a reply as JSON, whatever the caller accepts. */
export function writeJsonReply({ reply }: Answer & { kind: 'reply' }): HttpAnswer {
  const type = 'application/json;charset=utf-8';
  return { ...outcome(reply), response: textResponse(type, replyJson(reply)) };
}

/** Writes the HTML page for a request that never reaches a call, or that its call fails on. */
export async function writeErrorPage(
  status: keyof typeof errorPages,
  allow: readonly string[] = [],
): Promise<HttpAnswer> {
  const [title, text] = errorPages[status];
  const page = String(await plainPage(title, text));
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8' });
  if (allow.length > 0) headers.set('Allow', allow.join(', '));
  return { returncode: '', messageKey: '', response: new Response(page, { status, headers }) };
}

const errorPages = {
  400: ['Bad request', 'The address has characters that must be percent-encoded.'],
  404: ['Page not found', 'There is nothing at this address.'],
  405: ['Method not allowed', 'This address does not answer requests of this kind.'],
  413: ['Request too large', 'The request body is larger than 2 MB.'],
  500: ['Something went wrong', 'The server could not answer this request.'],
} as const;

function outcome({ returncode, messageKey }: { returncode: string; messageKey: string }) {
  return { returncode, messageKey };
}

function textResponse(
  type: string,
  body: string | ReadableStream<Uint8Array>,
  status = 200,
): Response {
  const headers = { 'Content-Type': type, 'Cache-Control': 'no-cache' };
  return new Response(body, { status, headers });
}

function refusesXml(accept: string): boolean {
  return /json/iu.test(accept) && !/\*\/\*|xml|(?:text|application)\/\*/iu.test(accept);
}
