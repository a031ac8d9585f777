import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Simulator } from '@bluebridge/simulator';
import { onTestFinished } from 'vitest';
import type { ToolApp } from '../../src/http/context.ts';
import { compileCache } from './compile-cache.ts';
import { testKey } from './databases.ts';
import { type FakePlatform, fakePlatform } from './fake-platform.ts';
import type { TestTool } from './test-tool.ts';

const script = fileURLToPath(new URL('tool-process.ts', import.meta.url));
const baseUrl = 'https://rooms.example';

/** What processes of the tool need that come and go on one database. */
export interface Site {
  readonly platform: FakePlatform;
  /** Starts a process whose clock is ahead by so much, and waits until it listens. */
  start(aheadMs?: number): Promise<ToolProcess>;
}

/** A process of the tool, as far as tests drive it like the tool in memory. */
export interface ToolProcess extends Pick<
  TestTool,
  'baseUrl' | 'platform' | 'targetLinkUri' | 'app' | 'clock'
> {
  /** Waits for a line of its log; rejects when it ended without. */
  said(event: string): Promise<Record<string, unknown>>;
  /** Kills it (SIGKILL) and waits until it is gone. */
  kill(): Promise<void>;
}

/** Prepares a platform and the settings of a tool on a database, next to a meeting server. */
export async function siteOn(address: string, simulator: Simulator, seats = 50): Promise<Site> {
  const platform = await reachablePlatform();
  const folder = mkdtempSync(join(tmpdir(), 'lti-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const platforms = join(folder, 'platforms.json');
  writeFileSync(platforms, JSON.stringify({ platforms: [platform.settings] }));
  const database = address.startsWith('postgresql:')
    ? { DATABASE_URL: address, LTI_ENCRYPTION_KEY: testKey }
    : { LTI_DATABASE: address, LTI_ENCRYPTION_KEY: testKey };
  const env = {
    ...compileCache,
    LTI_BASE_URL: baseUrl,
    LTI_PLATFORMS: platforms,
    LTI_ALLOW_PRIVATE_ADDRESSES: 'yes',
    ...database,
    BBB_ENDPOINT: simulator.endpoint,
    BBB_SECRET: simulator.secret,
    BBB_DIALECT: 'integration',
    BBB_SEATS: String(seats),
  };
  return { platform, start: (aheadMs = 0) => startProcess(platform, env, aheadMs) };
}

/** A platform whose keys can be fetched from another process. */
async function reachablePlatform(): Promise<FakePlatform> {
  const platform = await fakePlatform();
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(platform.jwks));
  });
  server.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const jwksUri = `http://127.0.0.1:${port}/keys`;
  return { ...platform, settings: { ...platform.settings, jwksUri } };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function startProcess(
  platform: FakePlatform,
  env: Record<string, string>,
  aheadMs: number,
): Promise<ToolProcess> {
  // The log names the public address only, so the port has to be known.
  const port = await freePort();
  const child = spawn(process.execPath, ['--conditions=@bluebridge/source', script], {
    env: { ...env, LTI_PORT: String(port), CLOCK_AHEAD_MS: String(aheadMs) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const closed = once(child, 'close');
  const lines: Record<string, unknown>[] = [];
  const waiting = new Set<() => void>();
  createInterface(child.stdout).on('line', (line) => {
    lines.push(JSON.parse(line) as Record<string, unknown>);
    for (const look of waiting) look();
  });
  function said(event: string): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const line = lines.find((each) => each['event'] === event);
        if (line === undefined) return;
        waiting.delete(look);
        resolve(line);
      };
      waiting.add(look);
      look();
      closed.then(() => reject(new Error(`the process ended without ${event}`)), reject);
    });
  }
  await said('listening');
  const request = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, { ...init, redirect: 'manual' });
  return {
    baseUrl,
    platform,
    targetLinkUri: `${baseUrl}/lti/launch`,
    app: { request } as unknown as ToolApp,
    clock: { now: () => Date.now() + aheadMs } as TestTool['clock'],
    said,
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
