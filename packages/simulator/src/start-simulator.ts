import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { apiRoutes } from './calls/routes.ts';
import { type Clock, systemClock } from './clock/clock.ts';
import { controlRoutes } from './control/control-api.ts';
import { type LoggedRequest, RequestLog } from './control/request-log.ts';
import { actionRoutes } from './page/action-routes.ts';
import { LiveStreams } from './page/live-streams.ts';
import { pageRoutes } from './page/page-routes.ts';
import { plainPage } from './page/plain-page.ts';
import { securityHeaders } from './page/security-headers.ts';
import { profiles } from './profiles/index.ts';
import type { ProfileName } from './profiles/profile.ts';
import { PublicUrls } from './public-urls.ts';
import { SimulatorError } from './simulator-error.ts';
import { ServerState } from './state/server-state.ts';
import type { HashAlgorithm } from './wire/checksum.ts';

export interface SimulatorOptions {
  /** Default 127.0.0.1. */
  host?: string;
  /** Default 0: any free port. */
  port?: number;
  /** The shared secret that calls are signed with. */
  secret: string;
  /** Default: the time of this machine. */
  clock?: Clock;
  /** How long a recording is processed, in milliseconds. Default 20 000. */
  processingDelayMs?: number;
  /** Which family of servers it behaves like. Default `bigbluebutton-3.0`. */
  profile?: ProfileName;
  /** Which checksums are accepted. Default: those of the profile. */
  hashAlgorithms?: readonly HashAlgorithm[];
}

export interface Simulator {
  /** Scheme, host and port, such as `http://127.0.0.1:1234`. */
  url: string;
  /** The base URL to configure clients with: `<url>/bigbluebutton/`. */
  endpoint: string;
  secret: string;
  /** The latest requests to the API, oldest first, secrets masked. */
  requests(): readonly LoggedRequest[];
  /** Lets time pass, in milliseconds. */
  advance(ms: number): void;
  /** Forgets every meeting, session, recording and logged request. */
  reset(): void;
  close(): Promise<void>;
}

/**
 * Starts a simulated server. Errors: SimulatorError `invalid_option` for an option that makes no
 * sense, `address_unavailable` when the address cannot be listened on.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  checkOptions(options);
  const { secret, clock = systemClock, processingDelayMs = 20_000 } = options;
  const server = createServer();
  const urls = new PublicUrls(await listen(server, options));
  const state = new ServerState(clock, processingDelayMs);
  const log = new RequestLog();
  const streams = new LiveStreams(state);
  const advance = (ms: number) => state.advance(ms);
  const reset = () => {
    log.clear();
    state.reset();
  };

  const app = new Hono();
  app.use(securityHeaders);
  const named = profiles[options.profile ?? 'bigbluebutton-3.0'];
  const profile = { ...named, hashAlgorithms: options.hashAlgorithms ?? named.hashAlgorithms };
  app.route('/', apiRoutes({ state, urls, secret, profile }, log));
  app.route('/', controlRoutes({ state, log, advance, reset }));
  app.route('/', actionRoutes(state, streams));
  app.route('/', pageRoutes(state, urls));
  app.notFound((c) =>
    c.html(plainPage('Page not found', 'There is nothing at this address.'), 404),
  );
  app.onError((_error, c) => c.html(plainPage('Something went wrong', 'Please try again.'), 500));
  const listener = getRequestListener(app.fetch);
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));

  return {
    url: urls.base,
    endpoint: urls.endpoint,
    secret,
    requests: () => log.all(),
    advance,
    reset,
    async close() {
      streams.closeAll();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function checkOptions({
  secret,
  port = 0,
  processingDelayMs = 0,
  ...rest
}: SimulatorOptions): void {
  const wrong = (message: string) => new SimulatorError('invalid_option', message);
  if (secret === '') throw wrong('The secret is empty. Give the simulator a secret of its own.');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw wrong(`The port ${port} does not exist. Choose one from 0 (any) to 65535.`);
  }
  if (!Number.isFinite(processingDelayMs) || processingDelayMs < 0) {
    throw wrong('The processing delay must be 0 or more milliseconds.');
  }
  if (rest.hashAlgorithms?.length === 0) {
    throw wrong('At least one hash algorithm must be enabled.');
  }
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
