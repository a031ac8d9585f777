import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { RequestLog } from '../control/request-log.ts';
import { unanswered, untilGone } from '../faults/break-connection.ts';
import type { FaultRules } from '../faults/fault-rules.ts';
import type { HeldAnswers } from '../faults/held-answers.ts';
import { type Exchange, spoilAnswer } from '../faults/spoil-answer.ts';
import type { Profile } from '../profiles/profile.ts';
import { hasForbiddenCharacters, parseQuery, rawQueryOf } from '../wire/raw-query.ts';
import { answerCall } from './answer-call.ts';
import { fail, type SimulatedServer } from './call.ts';
import { callNamed, methodsOf } from './calls.ts';
import {
  type HttpAnswer,
  writeAnswer,
  writeErrorPage,
  writeJsonReply,
  writeXmlReply,
} from './http-answer.ts';
import { indexReply } from './index-reply.ts';
import { mediaType, receiveBody } from './request-body.ts';

type NodeContext = Context<{ Bindings: HttpBindings }>;

/** What is said about the requests of a server, and what is to go wrong with them. */
export interface RequestDesk {
  log: RequestLog;
  faults: FaultRules;
  held: HeldAnswers;
}

/** Builds the API: the index and the calls, each request noted in the log. */
export function apiRoutes(
  server: SimulatedServer,
  desk: RequestDesk,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const { basePath } = server.profile;
  const handle = async (c: NodeContext) => {
    const { method } = c.req;
    const rawQuery = rawQueryIn(c);
    const call = callNameIn(c.req.path, server.profile);
    const fault = desk.faults.take(call ?? '', parseQuery(rawQuery));
    const answer = () => answerRequest(c, call, server);
    const { response, returncode, messageKey, status } =
      fault === undefined
        ? await answer()
        : await spoilAnswer(fault, exchangeFor(c, call ?? '', server, desk.held, answer));
    desk.log.add({
      at: server.state.settle(),
      method,
      call: call ?? '',
      rawQuery,
      status: status ?? response.status,
      returncode,
      messageKey,
      ...(fault === undefined ? {} : { fault: fault.kind }),
    });
    server.state.changed();
    return response;
  };
  app.all(basePath, handle);
  app.all(`${basePath}/*`, handle);
  return app;
}

function exchangeFor(
  c: NodeContext,
  callName: string,
  server: SimulatedServer,
  held: HeldAnswers,
  answer: () => Promise<HttpAnswer>,
): Exchange {
  const target = `${new URL(server.urls.base).pathname.replace(/\/$/u, '')}${c.env.incoming.url ?? ''}`;
  const params = parseQuery(rawQueryIn(c));
  return { callName, params, target, outgoing: c.env.outgoing, server, held, answer };
}

/** Returns '' for the index and undefined for a path that is not of the API. */
function callNameIn(path: string, { basePath, indexAt }: Profile): string | undefined {
  const rest = path.slice(basePath.length);
  if (rest === '/api' || (indexAt === 'base' && (rest === '' || rest === '/'))) return '';
  return rest.startsWith('/api/') ? rest.slice('/api/'.length) : undefined;
}

async function answerRequest(
  c: NodeContext,
  callName: string | undefined,
  server: SimulatedServer,
): Promise<HttpAnswer> {
  const { profile } = server;
  const { method } = c.req;
  if (callName === '') {
    const methods = profile.methods[''] ?? ['GET'];
    const isAllowed = methods.some((one) => one === method);
    return isAllowed ? answerIndex(c, server) : refuseRoute(methods, server);
  }
  const call = callName === undefined ? undefined : callNamed(callName, profile);
  const methods = call === undefined ? [] : methodsOf(call, profile);
  const allowed = methods.find((one) => one === method);
  if (callName === undefined || call === undefined || allowed === undefined) {
    // The webhooks service has one route for each of its calls, and none for other methods.
    return refuseRoute(callName?.startsWith('hooks/') === true ? [] : methods, server);
  }
  const rawQuery = rawQueryIn(c);
  if (hasForbiddenCharacters(rawQuery)) return writeErrorPage(400);
  const body = await receiveBody(c.req.raw);
  if (body === undefined) return writeErrorPage(413);
  const head = { method: allowed, callName, rawQuery, headers: c.req.raw.headers };
  const answer = await answerCall(call, head, body, server);
  if (answer.kind === 'silence') {
    await untilGone(c.env.outgoing);
    return unanswered();
  }
  const accept = profile.formats === 'xml' ? '*/*' : (c.req.header('accept') ?? '*/*');
  return writeAnswer(answer, { accept, xmlType: profile.xmlType });
}

/** Refuses a call that does not exist, or not by this method. */
function refuseRoute(
  methods: readonly string[],
  { profile }: SimulatedServer,
): HttpAnswer | Promise<HttpAnswer> {
  if (profile.unknownCall === 'unsupportedRequest') {
    const answer = fail('unsupportedRequest', 'This request is not supported.');
    return writeAnswer(answer, { accept: '*/*', xmlType: profile.xmlType });
  }
  return methods.length === 0 ? writeErrorPage(404) : writeErrorPage(405, methods);
}

/** The index alone chooses its format by the type of the request, not by what is accepted. */
function answerIndex(c: NodeContext, server: SimulatedServer): HttpAnswer {
  const answer = { kind: 'reply', reply: indexReply(server) } as const;
  const asksJson = mediaType(c.req.header('content-type')) === 'application/json';
  const { formats, xmlType } = server.profile;
  return asksJson && formats === 'xml-or-json'
    ? writeJsonReply(answer)
    : writeXmlReply(answer, xmlType);
}

/** The query as it stood in the request line: a URL object would already have re-encoded it. */
function rawQueryIn(c: NodeContext): string {
  return rawQueryOf(c.env.incoming.url ?? '');
}
