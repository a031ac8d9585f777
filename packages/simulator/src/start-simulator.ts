import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { OffsetClock, systemClock } from './clock/clock.ts';
import { controlRoutes } from './control/control-api.ts';
import { controlsOf, type SimulatedTenant } from './control/tenant-controls.ts';
import { checkOptions, type SimulatorOptions } from './options.ts';
import { StateKeeper } from './persistence/state-keeper.ts';
import { SimulatorError } from './simulator-error.ts';
import { Tenants } from './tenants/tenants.ts';

const tickMs = 1_000;

/** A running simulator. By itself it is the server without a path of its own. */
export interface Simulator extends SimulatedTenant {
  /** Scheme, host and port, such as `http://127.0.0.1:1234`. */
  url: string;
  /** Lets time pass for every tenant, in milliseconds. */
  advance(ms: number): void;
  /** Makes every tenant forget everything, and takes the clock back to where it started. */
  reset(): void;
  /** Finds a server by the name of its tenant. Errors: SimulatorError `unknown_tenant`. */
  tenant(name: string): SimulatedTenant;
  /** Resolves when no call to others is due or under way. */
  idle(): Promise<void>;
  /** Stops. Errors: SimulatorError `data_unwritable` when the memory could not be saved. */
  close(): Promise<void>;
}

/**
 * Starts a simulated server. Errors: SimulatorError `invalid_option` for an option that makes no
 * sense, `address_unavailable` when the address cannot be listened on, `data_unreadable`,
 * `data_too_new` or `data_unwritable` when the data directory cannot be used.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  checkOptions(options);
  const clock = new OffsetClock(options.clock ?? systemClock);
  const server = createServer();
  const url = await listen(server, options);
  const tenants = new Tenants(options, url, clock);
  const advance = (ms: number) => {
    clock.advance(ms);
    for (const tenant of tenants.all()) tenant.settle();
  };
  const reset = () => {
    clock.reset();
    for (const tenant of tenants.all()) tenant.reset();
  };
  const control = getRequestListener(controlRoutes({ tenants, advance, reset }).fetch);
  const starting = keeperOf(options, tenants, clock);
  // Whoever asks before the memory is back waits for it, such as a page that comes back.
  server.on('request', (incoming, outgoing) => {
    const answer = () => {
      if (incoming.url?.startsWith('/control/') === true) void control(incoming, outgoing);
      else tenants.handle(incoming, outgoing);
    };
    starting.then(answer, () => outgoing.destroy());
  });
  const keeper = await starting.catch((error: unknown) => {
    server.close();
    throw error;
  });
  // Nobody looks at a clock that moves by itself unless somebody asks; so it is looked at.
  const ticker =
    options.clock === undefined ? setInterval(() => tenants.tick(), tickMs).unref() : undefined;

  let closing: Promise<void> | undefined;
  const close = async () => {
    clearInterval(ticker);
    for (const tenant of tenants.all()) tenant.disconnect();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    try {
      await keeper?.close();
    } finally {
      for (const tenant of tenants.all()) tenant.abandon();
    }
  };

  return {
    ...controlsOf(tenants.main),
    url,
    advance,
    reset,
    tenant(name) {
      const tenant = tenants.find(name);
      if (tenant !== undefined) return controlsOf(tenant);
      throw new SimulatorError('unknown_tenant', `There is no tenant named "${name}".`);
    },
    async idle() {
      await Promise.all(tenants.all().map((tenant) => tenant.idle()));
    },
    close: () => (closing ??= close()),
  };
}

/** Makes and starts what keeps the memory in a directory; undefined without a directory. */
async function keeperOf(
  { dataDirectory, onProblem = () => undefined }: SimulatorOptions,
  tenants: Tenants,
  clock: OffsetClock,
): Promise<StateKeeper | undefined> {
  if (dataDirectory === undefined) return undefined;
  const keeper = new StateKeeper({ directory: dataDirectory, tenants, clock, onProblem });
  await keeper.start();
  return keeper;
}

async function listen(
  server: Server,
  { host = '127.0.0.1', port = 0 }: SimulatorOptions,
): Promise<string> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code;
    const message =
      why === 'EADDRINUSE'
        ? `Port ${port} is taken. Stop the other program or choose another port.`
        : `The simulator cannot listen on ${host}, port ${port} (${why ?? 'unknown reason'}).`;
    throw new SimulatorError('address_unavailable', message, { cause });
  }
  const { port: actual } = server.address() as AddressInfo;
  const isWildcard = host === '0.0.0.0' || host === '::';
  const name = isWildcard ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${actual}`;
}
