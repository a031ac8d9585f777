import { plainPage } from '../page/plain-page.ts';
import { replyJson, replyXml } from '../wire/envelopes.ts';
import type { Answer } from './call.ts';

/** An answer as it goes out, with what the request log wants to know about it. */
export interface HttpAnswer {
  response: Response;
  /** '' when the answer is not the API's own. */
  returncode: string;
  messageKey: string;
}

/**
 * Writes an answer for a caller with this Accept header. Failures exist as XML and JSON, successes
 * only as XML: who accepts nothing else gets 406.
 */
export function writeAnswer(answer: Answer, accept: string): HttpAnswer {
  if (answer.kind === 'redirect') {
    const headers = new Headers({ Location: answer.location, 'Cache-Control': 'no-cache' });
    if (answer.cookie !== undefined) headers.set('Set-Cookie', answer.cookie);
    return { ...outcome(answer), response: new Response(null, { status: 302, headers }) };
  }
  const { reply } = answer;
  if (!refusesXml(accept)) return writeXmlReply(answer);
  if (reply.returncode === 'FAILED') return writeJsonReply(answer);
  return { ...outcome(reply), response: new Response(null, { status: 406 }) };
}

/** Writes a reply as XML, whatever the caller accepts. */
export function writeXmlReply({ reply }: Answer & { kind: 'reply' }): HttpAnswer {
  return { ...outcome(reply), response: textResponse('text/xml', replyXml(reply)) };
}

/** Writes a reply as JSON, whatever the caller accepts. */
export function writeJsonReply({ reply }: Answer & { kind: 'reply' }): HttpAnswer {
  return { ...outcome(reply), response: textResponse('application/json', replyJson(reply)) };
}

/** Writes the HTML page for a request that never reaches a call. */
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
} as const;

function outcome({ returncode, messageKey }: { returncode: string; messageKey: string }) {
  return { returncode, messageKey };
}

function textResponse(type: string, body: string): Response {
  const headers = { 'Content-Type': `${type};charset=utf-8`, 'Cache-Control': 'no-cache' };
  return new Response(body, { headers });
}

function refusesXml(accept: string): boolean {
  return /json/iu.test(accept) && !/\*\/\*|xml|(?:text|application)\/\*/iu.test(accept);
}
