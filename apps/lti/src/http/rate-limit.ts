import type { MiddlewareHandler } from 'hono';
import type { Operations } from '../operations/operations.ts';
import { hashOf } from '../tokens.ts';
import { clientAddress, networkOf, peerOf } from './client-address.ts';
import type { Surroundings, ToolContext } from './context.ts';
import { ToolError } from './tool-error.ts';

/** Cheap to answer, and asked by machines of our own. */
const unlimited = /^\/(?:assets\/|(?:livez|readyz|healthz|metrics)$)/;

/**
 * Bounds what one address and one session may ask. A class shares an address, so what a session
 * asks counts for the session alone; bearer tokens that open nothing count for the address.
 *
 * Throws `too_many_requests`, with `Retry-After`.
 */
export function rateLimit(operations: Operations): MiddlewareHandler<Surroundings> {
  const { limits, trustedProxies } = operations;
  return async (c, next) => {
    if (unlimited.test(c.req.path)) return next();
    const forwarded = c.req.header('x-forwarded-for');
    const address = networkOf(clientAddress(peerOf(c), forwarded, trustedProxies));
    const authorization = c.req.header('authorization');
    if (authorization === undefined) {
      // Without a connection there is nobody to bound: a test, or a program of our own.
      if (address !== '') refuseFor(c, limits.address.take(address));
      return next();
    }
    refuseFor(c, limits.guess.wait(address));
    refuseFor(c, limits.session.take(hashOf(authorization)));
    await next();
    if (c.res.status === 401) limits.guess.take(address);
  };
}

function refuseFor(c: ToolContext, seconds: number): void {
  if (seconds === 0) return;
  c.header('Retry-After', String(seconds));
  throw new ToolError('too_many_requests');
}
