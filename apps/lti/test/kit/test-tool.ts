import { BbbError, createClient, serverFrom, type Transport } from '@bluebridge/core';
import { createApp } from '../../src/app.ts';
import type { Clock } from '../../src/clock.ts';
import type { ToolApp } from '../../src/http/context.ts';
import { PlatformKeys } from '../../src/launch/platform-keys.ts';
import type { LogFields } from '../../src/log.ts';
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
  readonly targetLinkUri: string;
}

interface Options {
  readonly baseUrl?: string;
  /** Further platforms next to the usual one. */
  readonly others?: readonly FakePlatform[];
  readonly platform?: FakePlatform;
  readonly mostPendingLogins?: number;
  /** A meeting server; without one nothing answers. */
  readonly bbb?: {
    readonly endpoint: string;
    readonly secret: string;
    readonly transport: Transport;
  };
}

const nobody: Transport = {
  send: () => Promise.reject(new BbbError('unreachable', 'there is no meeting server')),
};

/** Makes the tool in memory, with one platform and a clock that stands still. */
export async function testTool(options: Options = {}): Promise<TestTool> {
  const baseUrl = options.baseUrl ?? 'https://rooms.example';
  const platform = options.platform ?? (await fakePlatform());
  const clock = new ManualClock();
  const log: LogLine[] = [];
  const storage = await openStorage(':memory:', clock, options.mostPendingLogins);
  const platforms = [platform, ...(options.others ?? [])];
  await storage.platforms.register(platforms.map(({ settings }) => settings));
  const app = createApp({
    baseUrl,
    storage,
    keys: new PlatformKeys((url) => keysOf(platforms, url), clock),
    meetings: meetingsOn(options.bbb, clock, log),
    assets: fakeAssets(),
    clock,
    log: (_level, event, fields) => void log.push({ event, ...fields }),
  });
  return { app, baseUrl, platform, storage, clock, log, targetLinkUri: `${baseUrl}/lti/launch` };
}

async function keysOf(platforms: readonly FakePlatform[], url: string): Promise<unknown> {
  const platform = platforms.find(({ settings }) => settings.jwksUri === url);
  if (!platform) throw new Error(`nobody registered ${url}`);
  platform.fetches += 1;
  if (!platform.reachable) throw new Error('unreachable');
  return platform.jwks;
}

function meetingsOn(bbb: Options['bbb'], clock: Clock, log: LogLine[]) {
  const server = serverFrom(bbb ?? { endpoint: 'https://bbb.example/bigbluebutton/', secret: 'x' });
  const client = createClient(server, {
    transport: bbb?.transport ?? nobody,
    onCall: ({ call, outcome }) => void log.push({ event: 'bbb_call', call, outcome }),
  });
  return createMeetings({
    client,
    clock,
    leaveUrl: (room, language) => `https://rooms.example/left/${room.id}?lang=${language ?? ''}`,
  });
}

function fakeAssets() {
  const asset = { body: '/* a file */', type: 'text/css; charset=utf-8', version: 'v1' };
  const names = ['tool.css', 'icon.svg', 'room.js', 'waiting.js', 'left.js'];
  return new Map(names.map((name) => [name, asset]));
}
