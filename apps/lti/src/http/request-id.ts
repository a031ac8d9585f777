import { AsyncLocalStorage } from 'node:async_hooks';
import type { MiddlewareHandler } from 'hono';
import type { Log } from '../log.ts';
import { newId } from '../tokens.ts';
import { isTrusted, peerOf, type TrustedProxies } from './client-address.ts';
import type { Surroundings } from './context.ts';

const current = new AsyncLocalStorage<string>();

/** Gives each request an id, which a trusted proxy may have chosen already, and answers it. */
export function requestId(trusted: TrustedProxies): MiddlewareHandler<Surroundings> {
  return async (c, next) => {
    const given = isTrusted(peerOf(c) ?? '', trusted) ? c.req.header('x-request-id') : undefined;
    const id = given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : newId();
    c.header('X-Request-Id', id);
    await current.run(id, next);
  };
}

/** Adds the id of the request to what is logged on its behalf. */
export function logWithRequest(log: Log): Log {
  return (level, event, fields) => {
    const request = current.getStore();
    log(level, event, request === undefined ? fields : { request, ...fields });
  };
}
