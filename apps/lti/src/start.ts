import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Client, createClient, fetchTransport } from '@bluebridge/core';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { createApp } from './app.ts';
import { type Clock, second, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { ConfigError } from './environment.ts';
import { type Assets, readAssets } from './http/assets.ts';
import { closeGracefully } from './http/graceful-close.ts';
import { guardedClient } from './http/guarded-client.ts';
import type { Surroundings } from './http/context.ts';
import { guardedFetch } from './http/guarded-fetch.ts';
import { logWithRequest } from './http/request-id.ts';
import { toolKeysOf } from './keys/tool-keys.ts';
import { PlatformKeys } from './launch/platform-keys.ts';
import type { Log } from './log.ts';
import { openDatabase } from './open-database.ts';
import { measuredLog } from './operations/measured-log.ts';
import { Metrics } from './operations/metrics.ts';
import { createOperations } from './operations/operations.ts';
import { createMeetings } from './rooms/meetings.ts';

export interface RunningTool {
  /** Our public address. */
  readonly url: string;
  /** Stops listening, lets open requests finish for ten seconds, and closes the database. */
  close(): Promise<void>;
}

/** Starts the tool. Throws a ConfigError when a setting cannot work on this machine. */
export async function startTool(
  config: Config,
  writeLog: Log,
  clock: Clock = systemClock,
): Promise<RunningTool> {
  const assets = builtAssets();
  const metrics = new Metrics();
  const log = measuredLog(logWithRequest(writeLog), metrics);
  const storage = await openDatabase(config, clock);
  await storage.platforms.register(config.platforms);

  // The address is part of what we tell platforms, and with port 0 known only now.
  let fetchApp: Fetch = starting;
  const server = createAdaptorServer({
    fetch: (request, env) => fetchApp(request, env),
    // Room for a launch hint in the address of a login.
    serverOptions: { maxHeaderSize: 64 * 1024 },
  });
  const listeningAt = await listen(server, config);
  const baseUrl = config.baseUrl ?? listeningAt;
  const client = guardedClient({ allowPrivate: config.allowPrivate });
  const keys = new PlatformKeys(guardedFetch(client), clock);
  const toolKeys = toolKeysOf(storage, clock);
  const registration = { client, trustedHosts: config.registrationHosts };
  const bbb = clientFor(config, log);
  const leaveUrl = leaveUrls(baseUrl);
  const { accountDefaults, metricsToken, trustedProxies } = config;
  const meetings = createMeetings({ client: bbb, clock, accountDefaults, leaveUrl });
  const operations = createOperations({
    storage,
    client: bbb,
    clock,
    metrics,
    metricsToken,
    trustedProxies,
  });
  const app = createApp({
    baseUrl,
    storage,
    keys,
    toolKeys,
    registration,
    meetings,
    operations,
    assets,
    clock,
    log,
  });
  fetchApp = (request, env) => app.fetch(request, env);
  log('info', 'listening', { url: baseUrl });
  return {
    url: baseUrl,
    async close() {
      log('info', 'closing');
      await closeGracefully(server, patience);
      await storage.close();
    },
  };
}

/** How long answers under way may take once we are told to end. */
const patience = 10 * second;

type Fetch = (request: Request, env: Surroundings['Bindings']) => Response | Promise<Response>;

function starting(): Response {
  return new Response('Starting', { status: 503 });
}

function clientFor({ server }: Config, log: Log): Client {
  return createClient(server, {
    transport: fetchTransport(),
    onCall: ({ durationMs, ...trace }) =>
      log('info', 'bbb_call', { ...trace, ms: Math.round(durationMs) }),
  });
}

function leaveUrls(baseUrl: string) {
  return (room: { readonly id: string }, language?: string): string =>
    `${baseUrl}/left/${room.id}${language === undefined ? '' : `?lang=${language}`}`;
}

function builtAssets(): Assets {
  try {
    return readAssets(fileURLToPath(new URL('../dist/client/', import.meta.url)));
  } catch {
    throw new ConfigError('The scripts of the pages are not built yet: run "pnpm build" first.');
  }
}

function listen(server: ServerType, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ConfigError(sentenceFor(error, host, port)));
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const name = address.family === 'IPv6' ? `[${address.address}]` : host;
      resolve(`http://${name}:${address.port}`);
    });
  });
}

function sentenceFor(error: NodeJS.ErrnoException, host: string, port: number): string {
  return error.code === 'EADDRINUSE'
    ? `LTI_PORT ${port} is in use already: stop the other program or choose another port, 0 for any free one.`
    : `LTI_HOST ${host} and LTI_PORT ${port} cannot be listened on (${error.code}).`;
}
