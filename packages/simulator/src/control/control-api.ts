import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { describeState } from './describe-state.ts';
import { loopbackOnly } from './loopback-only.ts';
import type { RequestLog } from './request-log.ts';
import type { ServerState } from '../state/server-state.ts';

const longestAdvanceMs = 10 * 365 * 24 * 60 * 60_000;

/** What a program may do to a simulator besides calling its API. */
export interface Controls {
  state: ServerState;
  log: RequestLog;
  advance(ms: number): void;
  reset(): void;
}

/** Builds the control API below `/control`. Errors are JSON with a code. */
export function controlRoutes(controls: Controls): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use('/control/*', loopbackOnly);

  app.get('/control/state', (c) => c.json(describeState(controls.state)));

  app.get('/control/requests', (c) => c.json({ requests: controls.log.all() }));

  app.post('/control/advance', async (c) => {
    const ms = await advanceIn(c.req.raw);
    if (ms === undefined) {
      const message = 'Send JSON such as {"ms":60000}: whole milliseconds, up to ten years.';
      return c.json({ error: { code: 'invalid_body', message } }, 400);
    }
    controls.advance(ms);
    return c.json({ now: controls.state.settle() });
  });

  app.post('/control/reset', (c) => {
    controls.reset();
    return c.json({ now: controls.state.settle() });
  });

  return app;
}

async function advanceIn(request: Request): Promise<number | undefined> {
  try {
    const body: unknown = JSON.parse(await request.text());
    if (typeof body !== 'object' || body === null || !('ms' in body)) return undefined;
    const { ms } = body;
    if (typeof ms !== 'number') return undefined;
    return Number.isInteger(ms) && ms >= 0 && ms <= longestAdvanceMs ? ms : undefined;
  } catch {
    return undefined;
  }
}
