import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Client, createClient, fetchTransport, type RetryLimits } from '@bluebridge/core';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { createApp } from './app.ts';
import { type Clock, second, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { createDoctor } from './doctor/doctor.ts';
import type { DocumentDesk } from './documents/document-desk.ts';
import { documentsFor } from './documents/documents-of-room.ts';
import { ConfigError } from './environment.ts';
import { type Assets, readAssets } from './http/assets.ts';
import { closeGracefully } from './http/graceful-close.ts';
import { guardedClient, guardedDownload } from './http/guarded-client.ts';
import type { Surroundings } from './http/context.ts';
import { guardedFetch } from './http/guarded-fetch.ts';
import { logWithRequest } from './http/request-id.ts';
import { createHookDesk } from './hooks/hook-desk.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { createJobRunner } from './jobs/job-runner.ts';
import { addStandingJobs } from './jobs/standing-jobs.ts';
import { toolKeysOf } from './keys/tool-keys.ts';
import { createLaunchMemory } from './launch/launch-memory.ts';
import { PlatformKeys } from './launch/platform-keys.ts';
import { countedLooks } from './live/counted-looks.ts';
import { createLive } from './live/live.ts';
import type { Log } from './log.ts';
import { openDatabase } from './open-database.ts';
import { measuredLog } from './operations/measured-log.ts';
import { Metrics } from './operations/metrics.ts';
import { createOperations } from './operations/operations.ts';
import { recordingCallbackParams } from './recordings/callback-routes.ts';
import { hearMeetings } from './recordings/hear-meetings.ts';
import { noticeMeetings } from './recordings/notice-meetings.ts';
import { createRecordings } from './recordings/recordings.ts';
import { createMeetingInfos } from './rooms/meeting-info.ts';
import { scheduleRetention } from './privacy/retention.ts';
import { createMeetings } from './rooms/meetings.ts';
import { AccessTokens } from './services/access-tokens.ts';
import { createPlatformServices } from './services/platform-services.ts';
import { endPolicyOf } from './schedule/end-state.ts';
import type { Tool } from './tool.ts';

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
  const tokens = new AccessTokens({ client, keys: toolKeys, clock });
  const services = createPlatformServices(client, tokens, clock);
  const registration = { client, trustedHosts: config.registrationHosts };
  const ear = noticeMeetings({ storage, clock, log });
  const watches = storage.meetingWatches;
  const bbb = hearMeetings(
    clientFor(config, log, {}, countedLooks(fetchTransport(), { watches, clock })),
    ear,
  );
  const recordings = createRecordings({
    client: bbb,
    web: client,
    pictures: guardedDownload({ maxBytes: mostPictureBytes, allowPrivate: config.allowPrivate }),
    storage,
    clock,
    log,
  });
  const leaveUrl = leaveUrls(baseUrl);
  const { accountDefaults, metricsToken, trustedProxies } = config;
  const infos = createMeetingInfos({
    client: hearMeetings(clientFor(config, log, once), ear),
    clock,
    watches,
    events: storage.events,
  });
  const hookDesk = createHookDesk({
    client: bbb,
    baseUrl,
    callbacks: config.callbacks,
    storage,
    infos,
    clock,
    log,
  });
  const endPolicy = endPolicyOf(config);
  const { connections } = endPolicy;
  const meetings = createMeetings({
    client: bbb,
    infos,
    storage,
    clock,
    connections,
    accountDefaults,
    documentsFor: (room) => documentsFor({ storage, baseUrl }, room),
    callbackParams: (room) => ({
      ...hookDesk.createParams(room),
      ...(hookDesk.silentBecause !== 'switched_off' && recordingCallbackParams(baseUrl)),
    }),
    leaveUrl,
  });
  const operations = createOperations({
    storage,
    client: bbb,
    clock,
    metrics,
    metricsToken,
    trustedProxies,
  });
  const { waiting } = operations;
  const live = createLive({ storage, infos, meetings, waiting, metrics, clock, log });
  const launches = createLaunchMemory({ traces: storage.launchTraces, clock, log });
  const doctor = createDoctor({
    baseUrl,
    server: config.server,
    transport: fetchTransport(),
    client,
    ownClient: guardedClient({ allowPrivate: true }),
    storage,
    tokens,
    clock,
  });
  const tool: Tool = {
    baseUrl,
    storage,
    keys,
    toolKeys,
    registration,
    services,
    infos,
    meetings,
    live,
    hookDesk,
    bbb,
    endPolicy,
    accountDefaults,
    recordings,
    documents: documentDesk(config),
    operations,
    doctor,
    auditDays: config.auditDays,
    launches,
    assets,
    clock,
    log,
  };
  const app = createApp(tool);
  const jobs = createJobRunner({ jobs: storage.jobs, handlers: jobHandlers(tool), clock, log });
  fetchApp = (request, env) => app.fetch(request, env);
  await addStandingJobs(storage.jobs, clock);
  await scheduleRetention(tool);
  jobs.start();
  live.start();
  log('info', 'listening', { url: baseUrl });
  if ((await storage.platforms.list()).length === 0) {
    log('info', 'first_run', { next: 'pnpm cli admin invite', page: `${baseUrl}/` });
  }
  return {
    url: baseUrl,
    async close() {
      log('info', 'closing');
      await live.close();
      await closeGracefully(server, patience);
      await jobs.stop();
      await hookDesk.settled();
      await launches.flush();
      await storage.close();
    },
  };
}

/** Previews are small; who sends more sends something else. */
const mostPictureBytes = 512 * 1024;

/** How long answers under way may take once we are told to end. */
const patience = 10 * second;

type Fetch = (request: Request, env: Surroundings['Bindings']) => Response | Promise<Response>;

function starting(): Response {
  return new Response('Starting', { status: 503 });
}

/** Questions that are asked again in a few seconds need no repeating. */
const once: RetryLimits = { attempts: 1 };

function clientFor(
  { server }: Config,
  log: Log,
  retries: RetryLimits = {},
  transport = fetchTransport(),
): Client {
  return createClient(server, {
    transport,
    retries,
    onCall: ({ durationMs, ...trace }) =>
      log('info', 'bbb_call', { ...trace, ms: Math.round(durationMs) }),
  });
}

/** A file takes longer than an answer of a platform does. */
const downloadPatience = 30 * second;

function documentDesk({ maxDocumentMb, allowPrivate }: Config): DocumentDesk {
  const maxBytes = maxDocumentMb * 1_000_000;
  const timeoutMs = downloadPatience;
  return { maxBytes, download: guardedDownload({ maxBytes, timeoutMs, allowPrivate }) };
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
