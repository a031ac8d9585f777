import { performance } from 'node:perf_hooks';
import type { MiddlewareHandler } from 'hono';
import type { Surroundings } from '../http/context.ts';
import type { Metrics } from './metrics.ts';

/** Counts answers by class of status, and measures how long they took. */
export function measureRequests(metrics: Metrics): MiddlewareHandler<Surroundings> {
  return async (c, next) => {
    const begun = performance.now();
    await next();
    metrics.count('requests', `${Math.floor(c.res.status / 100)}xx`);
    metrics.time('requests', performance.now() - begun);
  };
}
