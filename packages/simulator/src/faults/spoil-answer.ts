import { setTimeout as realTime } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { errorRedirect } from '../calls/error-redirect.ts';
import { type HttpAnswer, writeAnswer, writeXmlReply } from '../calls/http-answer.ts';
import { reply, type SimulatedServer } from '../calls/call.ts';
import { Parameters } from '../wire/raw-query.ts';
import { breakConnection, sendBodyLate, unanswered, untilGone } from './break-connection.ts';
import type { Fault, FaultKind, FaultOf } from './fault.ts';
import type { HeldAnswers } from './held-answers.ts';
import { hollowSuccess, refusal, unauthorized } from './made-up-answers.ts';
import { documentWithType, largeBody, proxyPage } from './made-up-bodies.ts';
import {
  brokenUtf8,
  truncated,
  withCdata,
  withCrlf,
  withoutElements,
  withRoot,
} from './spoilt-text.ts';

/** One request that is to be answered badly. */
export interface Exchange {
  callName: string;
  params: Parameters;
  /** The request target, as the caller sees it. */
  target: string;
  outgoing: ServerResponse;
  server: SimulatedServer;
  held: HeldAnswers;
  /** Makes the call do its work and returns the true answer. */
  readonly answer: () => Promise<HttpAnswer>;
}

type Spoiler<Kind extends FaultKind> = (
  fault: FaultOf<Kind>,
  exchange: Exchange,
) => Promise<HttpAnswer>;

/** Answers a request with a fault. */
export function spoilAnswer(fault: Fault, exchange: Exchange): Promise<HttpAnswer> {
  const spoil = spoilers[fault.kind] as Spoiler<FaultKind>;
  return spoil(fault, exchange);
}

const spoilers: { readonly [Kind in FaultKind]: Spoiler<Kind> } = {
  async slow({ delayMs, clock, from }, { outgoing, held, answer }) {
    const gone = new AbortController();
    outgoing.once('close', () => gone.abort());
    const wait = () =>
      clock === 'injected'
        ? held.wait(delayMs, gone.signal)
        : realTime(delayMs, undefined, { signal: gone.signal, ref: false }).catch(() => undefined);
    if (from === 'body') return sendBodyLate(outgoing, await answer(), wait());
    await wait();
    return answer();
  },

  async reset({ when, takesEffect }, { outgoing, answer }) {
    const text = takesEffect ? await (await answer()).response.text() : replacement;
    return breakConnection(outgoing, when, Buffer.from(text));
  },

  async 'no-answer'({ takesEffect }, { outgoing, answer }) {
    if (takesEffect) await answer();
    await untilGone(outgoing);
    return unanswered();
  },

  async 'error-page'({ status, title, takesEffect }, { answer }) {
    if (takesEffect) await answer();
    return page(proxyPage(status, title), status);
  },

  async refusal(fault, { server }) {
    return refusal(fault, server.profile.xmlType);
  },

  async unauthorized(fault) {
    return unauthorized(fault);
  },

  async 'error-redirect'({ key, message, to }, { params, server }) {
    const from = to === undefined ? params : new Parameters([['errorRedirectUrl', to]]);
    const answer = errorRedirect({ key, message }, from, server.urls);
    if (answer.kind === 'silence') return unanswered();
    return writeAnswer(answer, { accept: '*/*', xmlType: server.profile.xmlType });
  },

  async redirect({ status, to, keepsQuery }, { target, server }) {
    const here = new URL(target, server.urls.base.replace('http:', 'https:'));
    const path = keepsQuery ? target : (target.split('?', 1)[0] ?? '');
    const headers = { Location: to ?? `${here.origin}${path}` };
    return bare(new Response(null, { status, headers }));
  },

  async 'hollow-success'({ fields }, { callName, params, server }) {
    return writeXmlReply(reply(hollowSuccess(callName, params, fields)), server.profile.xmlType);
  },

  async 'large-body'({ bytes, announced }, { server }) {
    const { body, length } = largeBody(bytes);
    const headers = new Headers({ 'Content-Type': `${server.profile.xmlType};charset=utf-8` });
    if (announced) headers.set('Content-Length', String(length));
    return bare(new Response(body, { headers }));
  },

  async doctype({ variant }, { server }) {
    const headers = { 'Content-Type': `${server.profile.xmlType};charset=utf-8` };
    return bare(new Response(documentWithType(variant), { headers }));
  },

  async 'empty-body'({ status, takesEffect }, { server, answer }) {
    if (takesEffect) await answer();
    const headers = { 'Content-Type': `${server.profile.xmlType};charset=utf-8` };
    return bare(new Response(null, { status, headers }));
  },

  truncated: ({ atByte }, { answer }) => changed(answer, (xml) => truncated(xml, atByte)),
  'broken-utf8': (_fault, { answer }) => changed(answer, brokenUtf8),
  'wrong-root': ({ root }, { answer }) => changed(answer, (xml) => withRoot(xml, root)),
  'missing-returncode': (_fault, { answer }) =>
    changed(answer, (xml) => withoutElements(xml, ['returncode'])),
  'missing-elements': ({ names }, { answer }) =>
    changed(answer, (xml) => withoutElements(xml, names)),
  crlf: (_fault, { answer }) => changed(answer, withCrlf),
  cdata: (_fault, { answer }) => changed(answer, withCdata),
  'broken-gzip': (_fault, { answer }) =>
    changed(answer, (xml) => xml, { 'Content-Encoding': 'gzip' }),
};

const replacement = '<response>\n<returncode>SUCCESS</returncode>\n</response>';

function page(html: string, status: number): HttpAnswer {
  return bare(new Response(html, { status, headers: { 'Content-Type': 'text/html' } }));
}

/** An answer that is not the API's own. */
function bare(response: Response): HttpAnswer {
  return { response, returncode: '', messageKey: '' };
}

/** The true answer with another body. */
async function changed(
  answer: () => Promise<HttpAnswer>,
  change: (xml: string) => string | Uint8Array,
  moreHeaders: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  const { response, ...rest } = await answer();
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(moreHeaders)) headers.set(name, value);
  const body = Buffer.from(change(await response.text()));
  const { status } = response;
  return {
    ...rest,
    response: new Response(body.byteLength === 0 ? null : body, { status, headers }),
  };
}
