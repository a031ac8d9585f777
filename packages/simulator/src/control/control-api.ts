import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { readFaultRule } from '../faults/fault-rules.ts';
import { object, optional, type Reader, wholeNumber } from '../input/readers.ts';
import { readSeed } from '../seeds/seed.ts';
import type { Tenant } from '../tenants/tenant.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { perform, readAct } from './act.ts';
import { describeState } from './describe-state.ts';
import { loopbackOnly } from './loopback-only.ts';
import { answerProblem, readBody } from './read-body.ts';

const longestAdvanceMs = 10 * 365 * 24 * 60 * 60_000;

/** What a program may do to a simulator besides calling its API. */
export interface Controls {
  tenants: Tenants;
  advance(ms: number): void;
  reset(): void;
}

type ControlEnv = { Bindings: HttpBindings };
type ControlContext = Context<ControlEnv>;

const nothing = object({});
const readAdvance = object({ ms: wholeNumber({ max: longestAdvanceMs }) });
const readWhichFault = object({ id: optional(wholeNumber({ min: 1 })) });

/**
 * Builds the control API below `/control`. A parameter `tenant` names the server that is meant.
 * Errors are JSON with a code and, where it helps, the path of what is wrong.
 */
export function controlRoutes(controls: Controls): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();
  const { tenants } = controls;
  const now = () => tenants.main.server.state.settle();
  app.use('/control/*', loopbackOnly);
  app.onError(answerProblem);
  app.notFound((c) => refuse(c, 404, 'unknown_control', 'There is no such control.'));

  const look = (path: string, describe: (tenant: Tenant) => object) =>
    app.get(path, (c) => withTenant(c, tenants, (tenant) => c.json(describe(tenant))));

  const change = <T>(
    path: string,
    reader: Reader<T, unknown>,
    act: (tenant: Tenant, body: T) => object | Promise<object>,
  ) =>
    app.post(path, async (c) => {
      const body = await readBody(c, reader);
      return withTenant(c, tenants, async (tenant) => c.json(await act(tenant, body)));
    });

  look('/control/state', ({ server }) => describeState(server.state));
  look('/control/requests', ({ log }) => ({ requests: log.all() }));
  look('/control/deliveries', ({ notifications }) => ({
    deliveries: notifications.deliveries.log(),
  }));
  look('/control/faults', ({ faults }) => ({ faults: faults.list() }));

  change('/control/seed', readSeed, (tenant, seed) => tenant.plant(seed));
  change('/control/act', readAct, ({ server }, act) => {
    perform(act, server.state);
    return { now: now() };
  });
  change('/control/next-answer', readFaultRule, (tenant, rule) => ({ id: tenant.addFault(rule) }));
  change('/control/faults/clear', readWhichFault, (tenant, { id }) => ({
    cleared: tenant.clearFaults(id),
  }));

  app.post('/control/advance', async (c) => {
    const { ms } = await readBody(c, readAdvance);
    return withTenant(c, tenants, () => {
      controls.advance(ms);
      return c.json({ now: now() });
    });
  });

  app.post('/control/reset', async (c) => {
    await readBody(c, nothing);
    if (c.req.query('tenant') === undefined) {
      controls.reset();
      return c.json({ now: now() });
    }
    return withTenant(c, tenants, (tenant) => {
      tenant.reset();
      return c.json({ now: now() });
    });
  });

  return app;
}

function withTenant(
  c: ControlContext,
  tenants: Tenants,
  answer: (tenant: Tenant) => Response | Promise<Response>,
): Response | Promise<Response> {
  const tenant = tenants.find(c.req.query('tenant') ?? '');
  if (tenant !== undefined) return answer(tenant);
  const message = 'No tenant of this simulator has the name given as "tenant".';
  return refuse(c, 404, 'unknown_tenant', message);
}

function refuse(c: ControlContext, status: 404, code: string, message: string): Response {
  return c.json({ error: { code, message } }, status);
}
