import { BbbError, createClient, serverFrom, type Transport } from '@bluebridge/core';
import { createApp } from '../../src/app.ts';
import type { ToolApp } from '../../src/http/context.ts';
import type { GuardedClient } from '../../src/http/guarded-client.ts';
import { toolKeysOf } from '../../src/keys/tool-keys.ts';
import { PlatformKeys } from '../../src/launch/platform-keys.ts';
import type { Log, LogFields } from '../../src/log.ts';
import { parseProxies } from '../../src/http/client-address.ts';
import { logWithRequest } from '../../src/http/request-id.ts';
import { measuredLog } from '../../src/operations/measured-log.ts';
import { Metrics } from '../../src/operations/metrics.ts';
import { createOperations, type Operations } from '../../src/operations/operations.ts';
import { createMeetings } from '../../src/rooms/meetings.ts';
import { openStorage, type Storage } from '../../src/storage/database.ts';
import { type FakePlatform, fakePlatform } from './fake-platform.ts';
import { ManualClock } from './manual-clock.ts';

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
  readonly targetLinkUri: string;
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
  /** A meeting server; without one nothing answers. */
  readonly bbb?: {
    readonly endpoint: string;
    readonly secret: string;
    readonly transport: Transport;
  };
}

/** Opens the metrics of test tools. */
export const testMetricsToken = 'metrics-of-the-test-tool';

const nobody: Transport = {
  send: () => Promise.reject(new BbbError('unreachable', 'there is no meeting server')),
};

/** Makes the tool in memory, with one platform and a clock that stands still. */
export async function testTool(options: Options = {}): Promise<TestTool> {
  const baseUrl = options.baseUrl ?? 'https://rooms.example';
  const platform = options.platform ?? (await fakePlatform());
  const clock = new ManualClock();
  const log: LogLine[] = [];
  const storage =
    options.storage ??
    (await openStorage(':memory:', clock, {
      ...(options.mostPendingLogins !== undefined && {
        mostPendingLogins: options.mostPendingLogins,
      }),
    }));
  const platforms = [platform, ...(options.others ?? [])];
  await storage.platforms.register(platforms.map(({ settings }) => settings));
  const metrics = new Metrics();
  const write = measuredLog(
    logWithRequest((_level, event, fields) => void log.push({ event, ...fields })),
    metrics,
  );
  const client = clientOf(options.bbb, write);
  const operations = createOperations({
    storage,
    client,
    clock,
    metrics,
    metricsToken: testMetricsToken,
    trustedProxies: parseProxies(['10.0.0.0/8']) ?? { check: () => false },
  });
  const app = createApp({
    baseUrl,
    storage,
    keys: new PlatformKeys((url) => keysOf(platforms, url), clock),
    toolKeys: toolKeysOf(storage, clock),
    registration: {
      client: options.web ?? (() => Promise.reject(new Error('unreachable'))),
      trustedHosts: ['trusted.example'],
    },
    meetings: createMeetings({
      client,
      clock,
      leaveUrl: (room, language) => `https://rooms.example/left/${room.id}?lang=${language ?? ''}`,
    }),
    operations,
    assets: fakeAssets(),
    clock,
    log: write,
  });
  const targetLinkUri = `${baseUrl}/lti/launch`;
  return { app, baseUrl, platform, storage, clock, log, operations, targetLinkUri };
}

async function keysOf(platforms: readonly FakePlatform[], url: string): Promise<unknown> {
  const platform = platforms.find(({ settings }) => settings.jwksUri === url);
  if (!platform) throw new Error(`nobody registered ${url}`);
  platform.fetches += 1;
  if (!platform.reachable) throw new Error('unreachable');
  return platform.jwks;
}

function clientOf(bbb: Options['bbb'], log: Log) {
  const server = serverFrom(bbb ?? { endpoint: 'https://bbb.example/bigbluebutton/', secret: 'x' });
  return createClient(server, {
    transport: bbb?.transport ?? nobody,
    onCall: ({ call, outcome, durationMs }) =>
      log('info', 'bbb_call', { call, outcome, ms: durationMs }),
  });
}

function fakeAssets() {
  const asset = { body: '/* a file */', type: 'text/css; charset=utf-8', version: 'v1' };
  const scripts = ['room', 'waiting', 'left', 'entrance', 'return', 'registered'];
  const names = ['tool.css', 'icon.svg', ...scripts.map((name) => `${name}.js`)];
  return new Map(names.map((name) => [name, asset]));
}
