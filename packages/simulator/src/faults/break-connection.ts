import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { HttpAnswer } from '../calls/http-answer.ts';
import type { FaultOf } from './fault.ts';

/** What the log keeps of a request that got no proper answer. */
export function unanswered(): HttpAnswer {
  const response = new Response(null, RESPONSE_ALREADY_SENT);
  return { response, status: 0, returncode: '', messageKey: '' };
}

/** Breaks the connection at some point of an answer. */
export async function breakConnection(
  outgoing: ServerResponse,
  when: FaultOf<'reset'>['when'],
  body: Uint8Array,
): Promise<HttpAnswer> {
  if (when === 'before-answer') {
    outgoing.socket?.resetAndDestroy();
    return unanswered();
  }
  const half = when === 'half-body' ? Math.ceil(body.byteLength / 2) : 0;
  outgoing.writeHead(200, {
    'Content-Type': 'text/xml;charset=utf-8',
    'Content-Length': body.byteLength,
  });
  outgoing.flushHeaders();
  if (half > 0) outgoing.write(body.subarray(0, half));
  // What was written reaches the caller before the end of the connection does.
  outgoing.socket?.end();
  return unanswered();
}

/** Sends the head of an answer now and its body when the wait is over. */
export async function sendBodyLate(
  outgoing: ServerResponse,
  { response, ...rest }: HttpAnswer,
  wait: Promise<void>,
): Promise<HttpAnswer> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'Content-Length': body.byteLength,
  });
  outgoing.flushHeaders();
  await wait;
  outgoing.end(body);
  return { ...unanswered(), ...rest, status: response.status };
}

/** Resolves when the caller has given up. */
export function untilGone(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    if (outgoing.destroyed) resolve();
    else outgoing.once('close', () => resolve());
  });
}
