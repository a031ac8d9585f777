import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, fetchTransport } from '@bluebridge/core';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { createApp } from './app.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Config, ConfigError } from './config.ts';
import { type Assets, readAssets } from './http/assets.ts';
import { guardedFetch } from './http/guarded-fetch.ts';
import { PlatformKeys } from './launch/platform-keys.ts';
import type { Log } from './log.ts';
import { createMeetings, type Meetings } from './rooms/meetings.ts';
import { openStorage, type Storage } from './storage/database.ts';

export interface RunningTool {
  /** Our public address. */
  readonly url: string;
  /** Stops listening, lets open requests finish for a second, and closes the database. */
  close(): Promise<void>;
}

/** Starts the tool. Throws a ConfigError when a setting cannot work on this machine. */
export async function startTool(
  config: Config,
  log: Log,
  clock: Clock = systemClock,
): Promise<RunningTool> {
  const assets = builtAssets();
  const storage = await openDatabase(config.database, clock);
  await storage.platforms.register(config.platforms);

  // The address is part of what we tell platforms, and with port 0 known only now.
  let fetchApp: (request: Request) => Response | Promise<Response> = starting;
  const server = createAdaptorServer({
    fetch: (request) => fetchApp(request),
    // Room for a launch hint in the address of a login.
    serverOptions: { maxHeaderSize: 64 * 1024 },
  });
  const listeningAt = await listen(server, config);
  const baseUrl = config.baseUrl ?? listeningAt;
  const keys = new PlatformKeys(guardedFetch(), clock);
  const meetings = meetingsFor(config, baseUrl, clock, log);
  const app = createApp({ baseUrl, storage, keys, meetings, assets, clock, log });
  fetchApp = (request) => app.fetch(request);
  log('info', 'listening', { url: baseUrl });
  return { url: baseUrl, close: () => close(server, storage) };
}

function starting(): Response {
  return new Response('Starting', { status: 503 });
}

function meetingsFor(config: Config, baseUrl: string, clock: Clock, log: Log): Meetings {
  const client = createClient(config.server, {
    transport: fetchTransport(),
    onCall: ({ durationMs, ...trace }) =>
      log('info', 'bbb_call', { ...trace, ms: Math.round(durationMs) }),
  });
  return createMeetings({
    client,
    clock,
    accountDefaults: config.accountDefaults,
    leaveUrl: (room, language) =>
      `${baseUrl}/left/${room.id}${language === undefined ? '' : `?lang=${language}`}`,
  });
}

function builtAssets(): Assets {
  try {
    return readAssets(fileURLToPath(new URL('../dist/client/', import.meta.url)));
  } catch {
    throw new ConfigError('The scripts of the pages are not built yet: run "pnpm build" first.');
  }
}

async function openDatabase(path: string, clock: Clock): Promise<Storage> {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return await openStorage(path, clock);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown reason';
    throw new ConfigError(`LTI_DATABASE cannot be used (${path}): ${why}.`);
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

async function close(server: ServerType, storage: Storage): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if (!('closeAllConnections' in server)) return;
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 1000).unref();
  });
  await storage.close();
}
