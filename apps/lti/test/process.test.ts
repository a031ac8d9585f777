import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compileCache } from './kit/compile-cache.ts';
import { describeOnPostgres, testKey } from './kit/databases.ts';
import { fakePlatform } from './kit/fake-platform.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

async function run(changes: Record<string, string> = {}): Promise<ChildProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'lti-process-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const platforms = join(folder, 'platforms.json');
  const { settings } = await fakePlatform();
  writeFileSync(platforms, JSON.stringify({ platforms: [settings] }));
  const child = spawn(process.execPath, ['--conditions=@bluebridge/source', main], {
    env: {
      ...compileCache,
      LTI_PORT: '0',
      LTI_PLATFORMS: platforms,
      LTI_DATABASE: join(folder, 'data', 'lti.sqlite'),
      BBB_ENDPOINT: 'http://127.0.0.1:9/bigbluebutton/',
      BBB_SECRET: 'sesame',
      ...changes,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function firstLine(child: ChildProcess): Promise<Record<string, unknown>> {
  if (!child.stdout) throw new Error('the process has no stdout');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return JSON.parse(line) as Record<string, unknown>;
}

async function ending(child: ChildProcess): Promise<{ code: unknown; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as unknown[];
  return { code, stderr };
}

describe('the process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'says where it listens, answers, and ends cleanly on %s',
    async (signal) => {
      const child = await run();
      const line = await firstLine(child);
      expect(line).toMatchObject({ level: 'info', event: 'listening' });
      expect(line['url']).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const health = await fetch(`${String(line['url'])}/healthz`);
      expect(await health.json()).toEqual({ status: 'ok' });
      const ended = ending(child);
      child.kill(signal);
      expect(await ended).toEqual({ code: 0, stderr: '' });
    },
  );

  it('stops with code 78 and one sentence when a setting is missing', async () => {
    const { code, stderr } = await ending(await run({ BBB_SECRET: '' }));
    expect(code).toBe(78);
    expect(stderr).toMatch(/^BBB_SECRET is not set: [^\n]+\.\n$/);
  });

  it('stops with code 78 when the database is no database', async () => {
    const { code, stderr } = await ending(await run({ LTI_DATABASE: main }));
    expect(code).toBe(78);
    expect(stderr).toMatch(/^LTI_DATABASE cannot be used [^\n]+\.\n$/);
  });

  it('stops with code 78 when there is no PostgreSQL at its address', async () => {
    const { code, stderr } = await ending(
      await run({
        DATABASE_URL: 'postgresql://lti:sesame@localhost/lti?host=/nowhere',
        LTI_DATABASE: '',
        LTI_ENCRYPTION_KEY: testKey,
      }),
    );
    expect(code).toBe(78);
    expect(stderr).toMatch(/^DATABASE_URL cannot be used: [^\n]+ \[database_unreachable\]\.\n$/);
    expect(stderr).not.toContain('sesame');
  });

  it('stops with code 78 when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, stderr } = await ending(await run({ LTI_PORT: String(port) }));
    expect(code).toBe(78);
    expect(stderr).toMatch(/^LTI_PORT \d+ is in use already: [^\n]+\.\n$/);
  });
});

describeOnPostgres('the process', (server) => {
  it('starts, answers and ends cleanly', async () => {
    const child = await run({
      DATABASE_URL: await server().emptyDatabase(),
      LTI_DATABASE: '',
      LTI_ENCRYPTION_KEY: testKey,
    });
    const line = await firstLine(child);
    const health = await fetch(`${String(line['url'])}/healthz`);
    expect(await health.json()).toEqual({ status: 'ok' });
    const ended = ending(child);
    child.kill('SIGTERM');
    expect(await ended).toEqual({ code: 0, stderr: '' });
  });
});
