import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startChild } from './child.ts';
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
  const { pid, stop } = await startChild('php', [...flags, '-S', host, '-t', site.folder, router], {
    // Its workers are children of it, and do not end with it.
    hasGroup: true,
    env: { ...options.env, PHP_CLI_SERVER_WORKERS: String(options.workers) },
    isReady: () => answers(site),
    readyWithin: 20_000,
    failure: 'The site does not answer.',
  });
  return { group: pid, stop };
}

/** Tells whether a site is there for requests. */
export async function answers({ url }: Site): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/wp-includes/images/blank.gif`);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
