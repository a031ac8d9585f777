import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { programs } from './folders.ts';
import { withoutCoverage } from './run.ts';
import type { Site } from './site.ts';

/** A site that answers. */
export interface ServedSite {
  /** Its processes are the group of this number. */
  readonly group: number;
  readonly stop: () => Promise<void>;
}

/** How a site is served. */
export interface ServeOptions {
  /** Requests at a time; SQLite lets few of them write. */
  readonly workers: number;
  /** Settings for the plugin, as a host's environment gives them. */
  readonly env: Readonly<Record<string, string>>;
}

/** Finds a port of this machine that nobody uses. */
export async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** Serves a site at its address with PHP's own web server, until it is stopped. */
export async function serveSite(site: Site, options: ServeOptions): Promise<ServedSite> {
  const { host } = new URL(site.url);
  const flags = [...withoutCoverage, '-d', 'opcache.enable_cli=1', '-d', 'display_errors=0'];
  const router = join(programs, 'router.php');
  const child = spawn('php', [...flags, '-S', host, '-t', site.folder, router], {
    // A group of its own: its workers are children of it, and do not end with it.
    detached: true,
    env: { ...process.env, ...options.env, PHP_CLI_SERVER_WORKERS: String(options.workers) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4000)));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const closed = once(child, 'exit');
    process.kill(-child.pid, 'SIGTERM');
    await closed;
  };
  const deadline = performance.now() + 20_000;
  while (!(await answers(site.url))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error(`The site does not answer. PHP said:\n${said}`);
    }
    await pause(50);
  }
  return { group: child.pid ?? 0, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/wp-includes/images/blank.gif`);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
