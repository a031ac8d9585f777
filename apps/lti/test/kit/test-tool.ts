import {
  BbbError,
  createClient,
  type RetryLimits,
  serverFrom,
  type Transport,
} from '@bluebridge/core';
import { createApp } from '../../src/app.ts';
import { createDoctor } from '../../src/doctor/doctor.ts';
import { documentsFor } from '../../src/documents/documents-of-room.ts';
import type { ToolApp } from '../../src/http/context.ts';
import type { GuardedClient, GuardedDownload } from '../../src/http/guarded-client.ts';
import { jobHandlers } from '../../src/jobs/handlers.ts';
import { createJobRunner, type JobRunner } from '../../src/jobs/job-runner.ts';
import { toolKeysOf } from '../../src/keys/tool-keys.ts';
import { createLaunchMemory, type LaunchMemory } from '../../src/launch/launch-memory.ts';
import { PlatformKeys } from '../../src/launch/platform-keys.ts';
import type { Log, LogFields } from '../../src/log.ts';
import { parseProxies } from '../../src/http/client-address.ts';
import { logWithRequest } from '../../src/http/request-id.ts';
import { measuredLog } from '../../src/operations/measured-log.ts';
import { Metrics } from '../../src/operations/metrics.ts';
import { createOperations, type Operations } from '../../src/operations/operations.ts';
import { recordingCallbackParams } from '../../src/recordings/callback-routes.ts';
import { hearMeetings } from '../../src/recordings/hear-meetings.ts';
import { noticeMeetings } from '../../src/recordings/notice-meetings.ts';
import { createRecordings } from '../../src/recordings/recordings.ts';
import { createHookDesk, type HookDesk } from '../../src/hooks/hook-desk.ts';
import { countedLooks } from '../../src/live/counted-looks.ts';
import { createLive, type Live } from '../../src/live/live.ts';
import { createMeetingInfos, type MeetingInfos } from '../../src/rooms/meeting-info.ts';
import { createMeetings } from '../../src/rooms/meetings.ts';
import { endPolicyOf } from '../../src/schedule/end-state.ts';
import type { Storage } from '../../src/storage/database.ts';
import { AccessTokens } from '../../src/services/access-tokens.ts';
import { createPlatformServices } from '../../src/services/platform-services.ts';
import type { Tool } from '../../src/tool.ts';
import { type FakePlatform, fakePlatform } from './fake-platform.ts';
import { spareKeyPair } from '../platform/spare-key-pair.ts';
import { ManualClock } from './manual-clock.ts';
import { memoryStorage } from './memory-storage.ts';

export interface LogLine extends LogFields {
  readonly event: string;
}

export interface TestTool {
  readonly app: ToolApp;
  readonly baseUrl: string;
  readonly platform: FakePlatform;
  readonly storage: Storage;
  readonly clock: ManualClock;
  readonly log: LogLine[];
  readonly operations: Operations;
  readonly launches: LaunchMemory;
  readonly targetLinkUri: string;
  readonly infos: MeetingInfos;
  readonly live: Live;
  readonly hookDesk: HookDesk;
  readonly bbb: Tool['bbb'];
  readonly endPolicy: Tool['endPolicy'];
  /** Does the jobs that are due. */
  readonly jobs: JobRunner;
}

interface Options {
  readonly baseUrl?: string;
  /** Further platforms next to the usual one. */
  readonly others?: readonly FakePlatform[];
  readonly platform?: FakePlatform;
  readonly mostPendingLogins?: number;
  /** The storage of another tool, for two processes on one database. */
  readonly storage?: Storage;
  /** What answers when the tool registers itself; without it nothing does. */
  readonly web?: GuardedClient;
  /** What answers when the tool fetches a file; without it nothing does. */
  readonly download?: GuardedDownload;
  /** A meeting server; without one nothing answers. */
  readonly bbb?: {
    readonly endpoint: string;
    readonly secret: string;
    readonly transport: Transport;
    readonly dialect?: string;
  };
  /** Whether the meeting server is given addresses of the tool; usually not. */
  readonly callbacks?: 'yes' | 'no';
  /** Seats of the account. */
  readonly seats?: number;
  readonly clock?: ManualClock;
}

/** Opens the metrics of test tools. */
export const testMetricsToken = 'metrics-of-the-test-tool';

const nobody: Transport = {
  send: () => Promise.reject(new BbbError('unreachable', 'there is no meeting server')),
};

const nothingToDownload: GuardedDownload = () => Promise.reject(new Error('unreachable'));

/** Makes the tool in memory, with one platform and a clock that stands still. */
export async function testTool(options: Options = {}): Promise<TestTool> {
  const baseUrl = options.baseUrl ?? 'https://rooms.example';
  const platform = options.platform ?? (await fakePlatform());
  const clock = options.clock ?? new ManualClock();
  const log: LogLine[] = [];
  const storage = options.storage ?? (await memoryStorage(clock, options.mostPendingLogins));
  const platforms = [platform, ...(options.others ?? [])];
  await storage.platforms.register(platforms.map(({ settings }) => settings));
  const metrics = new Metrics();
  const write = measuredLog(
    logWithRequest((_level, event, fields) => void log.push({ event, ...fields })),
    metrics,
  );
  const ear = noticeMeetings({ storage, clock, log: write });
  const watches = storage.meetingWatches;
  const counted = (transport: Transport) => countedLooks(transport, { watches, clock });
  const client = hearMeetings(clientOf(options.bbb, write, {}, counted), ear);
  const { seats } = options;
  const endPolicy = endPolicyOf({ server: client.server, seats, graceMinutes: 5 });
  const operations = createOperations({
    storage,
    client,
    clock,
    metrics,
    metricsToken: testMetricsToken,
    trustedProxies: parseProxies(['10.0.0.0/8']) ?? { check: () => false },
  });
  const web: GuardedClient = options.web ?? (() => Promise.reject(new Error('unreachable')));
  const toolKeys = toolKeysOf(storage, clock, spareKeyPair);
  const tokens = new AccessTokens({ client: web, keys: toolKeys, clock });
  const doctor = createDoctor({
    baseUrl,
    server: client.server,
    transport: options.bbb?.transport ?? nobody,
    client: web,
    ownClient: web,
    storage,
    tokens,
    clock,
  });
  const infos = createMeetingInfos({
    client: hearMeetings(clientOf(options.bbb, write, { attempts: 1 }), ear),
    clock,
    watches,
    events: storage.events,
  });
  const hookDesk = createHookDesk({
    client,
    baseUrl,
    callbacks: options.callbacks ?? 'no',
    storage,
    infos,
    clock,
    log: write,
  });
  const meetings = createMeetings({
    client,
    infos,
    callbackParams: (room) => ({
      ...hookDesk.createParams(room),
      ...(hookDesk.silentBecause !== 'switched_off' && recordingCallbackParams(baseUrl)),
    }),
    storage,
    clock,
    connections: endPolicy.connections,
    documentsFor: (room) => documentsFor({ storage, baseUrl }, room),
    leaveUrl: (room, language) => `https://rooms.example/left/${room.id}?lang=${language ?? ''}`,
  });
  const { waiting } = operations;
  const live = createLive({ storage, infos, meetings, waiting, metrics, clock, log: write });
  const parts: Tool = {
    baseUrl,
    storage,
    keys: new PlatformKeys((url) => keysOf(platforms, url), clock),
    toolKeys,
    services: createPlatformServices(web, tokens, clock),
    registration: {
      client: web,
      trustedHosts: ['trusted.example'],
    },
    bbb: client,
    endPolicy,
    infos,
    meetings,
    live,
    hookDesk,
    documents: { maxBytes: 1_000_000, download: options.download ?? nothingToDownload },
    recordings: createRecordings({
      client,
      web,
      pictures: options.download ?? nothingToDownload,
      storage,
      clock,
      log: write,
    }),
    operations,
    doctor,
    auditDays: 365,
    launches: createLaunchMemory({ traces: storage.launchTraces, clock, log: write }),
    assets: fakeAssets(),
    clock,
    log: write,
  };
  const app = createApp(parts);
  const handlers = jobHandlers(parts);
  const jobs = createJobRunner({ jobs: storage.jobs, handlers, clock, log: write });
  const targetLinkUri = `${baseUrl}/lti/launch`;
  return { ...parts, app, platform, clock, log, targetLinkUri, jobs };
}

async function keysOf(platforms: readonly FakePlatform[], url: string): Promise<unknown> {
  const platform = platforms.find(({ settings }) => settings.jwksUri === url);
  if (!platform) throw new Error(`nobody registered ${url}`);
  platform.fetches += 1;
  if (!platform.reachable) throw new Error('unreachable');
  return platform.jwks;
}

function clientOf(
  bbb: Options['bbb'],
  log: Log,
  retries: RetryLimits = {},
  over = (transport: Transport) => transport,
) {
  const server = serverFrom(bbb ?? { endpoint: 'https://bbb.example/bigbluebutton/', secret: 'x' });
  return createClient(server, {
    transport: over(bbb?.transport ?? nobody),
    retries,
    onCall: ({ call, outcome, durationMs }) =>
      log('info', 'bbb_call', { call, outcome, ms: durationMs }),
  });
}

function fakeAssets() {
  const asset = { body: '/* a file */', type: 'text/css; charset=utf-8', version: 'v1' };
  const scripts = [
    'room',
    'waiting',
    'left',
    'entrance',
    'return',
    'registered',
    'admin',
    'admin-enter',
    'choose',
    'choice',
    'settings',
  ];
  const names = [
    'tool.css',
    'admin.css',
    'settings.css',
    'icon.svg',
    ...scripts.map((name) => `${name}.js`),
  ];
  return new Map(names.map((name) => [name, asset]));
}
