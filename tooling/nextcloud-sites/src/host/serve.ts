import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findPort } from '@bluebridge/wordpress-sites';
import { programs } from '../folders.ts';
import type { Nextcloud } from './nextcloud.ts';

/** A Nextcloud that answers, without a slash at the end of its address. */
export interface Served {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Serves a Nextcloud on this machine with PHP's own web server, which nobody else reaches. */
export async function serve({ root, env }: Nextcloud): Promise<Served> {
  const host = `127.0.0.1:${await findPort()}`;
  const flags = ['-d', 'memory_limit=512M', '-d', 'opcache.enable_cli=1', '-d', 'display_errors=0'];
  const child = spawn('php', [...flags, '-S', host, '-t', root, join(programs, 'router.php')], {
    // A group of its own: its workers are children of it, and do not end with it.
    detached: true,
    env: { ...process.env, ...env, PHP_CLI_SERVER_WORKERS: '3' },
    stdio: 'ignore',
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const closed = once(child, 'exit');
    process.kill(-child.pid, 'SIGTERM');
    await closed;
  };
  const url = `http://${host}`;
  const deadline = performance.now() + 60_000;
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error('The Nextcloud does not answer.');
    }
    await pause(100);
  }
  return { url, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/status.php`);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
