import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { startChild } from './child.ts';
import { run } from './run.ts';

/** A MariaDB of its own, in a temporary folder, reached by a socket only. */
export interface MariaDb {
  readonly socket: string;
  /** Makes an empty database. */
  readonly create: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Tells whether MariaDB's server is installed. */
export function hasMariaDb(): boolean {
  return findServer() !== undefined;
}

/** Starts a MariaDB; throws a sentence that names the package where there is none. */
export async function startMariaDb(): Promise<MariaDb> {
  const server = findServer();
  if (server === undefined) {
    throw new Error(
      'No MariaDB was found. Install the system package "mariadb-server-core" (apt-get install mariadb-server-core).',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'bluebridge-mariadb-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const socket = join(folder, 's.sock');
  const child = await startChild(
    server,
    [
      '--no-defaults',
      `--user=${userInfo().username}`,
      `--datadir=${folder}`,
      // One that starts removes the temporary tables of all others in the same folder.
      `--tmpdir=${folder}`,
      `--socket=${socket}`,
      '--skip-networking',
      // Whoever reaches the socket may do everything, so no tables of accounts are made first.
      '--skip-grant-tables',
      // Nothing here outlives the tests, so nothing needs to reach the disk.
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-doublewrite=0',
    ],
    {
      isReady: () => existsSync(socket),
      readyWithin: 30_000,
      failure: 'MariaDB does not start.',
    },
  ).catch((error: unknown) => {
    remove();
    throw error;
  });
  const stop = async () => {
    await child.stop();
    remove();
  };
  const create = async (name: string) => {
    const code = `$db = new mysqli('localhost', 'root', '', '', 0, $argv[1]); $db->query("CREATE DATABASE \`{$argv[2]}\`");`;
    await run('php', ['-r', code, socket, name]);
  };
  return { socket, create, stop };
}

function findServer(): string | undefined {
  // Debian keeps it where only the administrator looks.
  return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, 'mariadbd'))
    .find((path) => existsSync(path));
}
