import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { RequestLog } from '../control/request-log.ts';
import { hasForbiddenCharacters, rawQueryOf } from '../wire/raw-query.ts';
import { answerCall } from './answer-call.ts';
import type { Call, SimulatedServer } from './call.ts';
import { create } from './create.ts';
import { end } from './end.ts';
import { getMeetingInfo } from './getMeetingInfo.ts';
import { getMeetings } from './getMeetings.ts';
import { getRecordings } from './getRecordings.ts';
import {
  type HttpAnswer,
  writeAnswer,
  writeErrorPage,
  writeJsonReply,
  writeXmlReply,
} from './http-answer.ts';
import { indexReply } from './index-reply.ts';
import { isMeetingRunning } from './isMeetingRunning.ts';
import { join } from './join.ts';
import { mediaType, receiveBody } from './request-body.ts';

/** Every call the simulator answers, by the name in its path. */
const calls: ReadonlyMap<string, Call> = new Map(
  [create, join, end, isMeetingRunning, getMeetingInfo, getMeetings, getRecordings].map((call) => [
    call.name,
    call,
  ]),
);

const basePath = '/bigbluebutton';
const callPath = `${basePath}/api/`;
const indexPaths = new Set([basePath, `${basePath}/`, `${basePath}/api`, callPath]);

type NodeContext = Context<{ Bindings: HttpBindings }>;

/** Builds the API: the index and the calls, each request noted in the log. */
export function apiRoutes(
  server: SimulatedServer,
  log: RequestLog,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const handle = async (c: NodeContext) => {
    const { method, path } = c.req;
    const rawQuery = rawQueryIn(c);
    const { response, returncode, messageKey } = await answerRequest(c, rawQuery, server);
    const call = path.startsWith(callPath) ? path.slice(callPath.length) : '';
    const { status } = response;
    log.add({ at: server.state.settle(), method, call, rawQuery, status, returncode, messageKey });
    server.state.changed();
    return response;
  };
  app.all(basePath, handle);
  app.all(`${basePath}/*`, handle);
  return app;
}

async function answerRequest(
  c: NodeContext,
  rawQuery: string,
  server: SimulatedServer,
): Promise<HttpAnswer> {
  const { method, path } = c.req;
  if (indexPaths.has(path)) {
    return method === 'GET' ? answerIndex(c, server) : writeErrorPage(405, ['GET']);
  }
  const call = path.startsWith(callPath) ? calls.get(path.slice(callPath.length)) : undefined;
  if (call === undefined) return writeErrorPage(404);
  if (!call.methods.some((allowed) => allowed === method)) return writeErrorPage(405, call.methods);
  if (hasForbiddenCharacters(rawQuery)) return writeErrorPage(400);
  const body = await receiveBody(c.req.raw);
  if (body === undefined) return writeErrorPage(413);
  return writeAnswer(answerCall(call, rawQuery, body, server), c.req.header('accept') ?? '*/*');
}

/** The index alone chooses its format by the type of the request, not by what is accepted. */
function answerIndex(c: NodeContext, { urls }: SimulatedServer): HttpAnswer {
  const answer = { kind: 'reply', reply: indexReply(urls) } as const;
  const asksJson = mediaType(c.req.header('content-type')) === 'application/json';
  return asksJson ? writeJsonReply(answer) : writeXmlReply(answer);
}

/** The query as it stood in the request line: a URL object would already have re-encoded it. */
function rawQueryIn(c: NodeContext): string {
  return rawQueryOf(c.env.incoming.url ?? '');
}
