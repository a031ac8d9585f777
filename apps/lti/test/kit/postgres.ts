import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Client } from 'pg';

/** A PostgreSQL server for tests, on a socket in a temporary folder. */
export interface PostgresServer {
  /** The address of its database `postgres`. */
  readonly address: string;
  /** Shuts the server down, keeping its databases. */
  pause(): Promise<void>;
  /** Starts it again. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** Finds the folder of PostgreSQL's programs: Debian keeps them out of the PATH. */
export function findPostgres(): string | undefined {
  const debian = globSync('/usr/lib/postgresql/*/bin/initdb').toSorted().map(dirname);
  const folders = [...debian, ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

/** Nothing in a cluster outlives the tests, so nothing is done for that. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];
/** Each tool keeps up to eleven connections, and as many test files run as there are cores. */
const connections = 'max_connections=500';

/** Starts a server with an empty cluster. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'lti-postgres-'));
  const data = join(folder, 'data');
  const as = servant();
  if (as) chownSync(folder, as.uid, as.gid);
  const initdb = [join(programs, 'initdb'), '-D', data, '-U', 'postgres', '-E', 'UTF8'];
  await execute(as, [...initdb, '--no-locale', '--auth=trust', '--no-sync']);
  const place = ['listen_addresses=', `unix_socket_directories=${folder}`];
  const settings = [...place, ...careless, connections];
  const begin = async () => {
    const child = run(as, [
      join(programs, 'postgres'),
      '-D',
      data,
      ...settings.flatMap((setting) => ['-c', setting]),
    ]);
    await ready(child);
    return child;
  };
  let server = await begin();
  const pause = async () => {
    const ended = once(server, 'close');
    server.kill('SIGINT');
    await ended;
  };
  return {
    address: `postgresql://postgres@localhost/postgres?host=${folder}`,
    pause,
    async resume() {
      server = await begin();
    },
    async stop() {
      await pause();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Asks a database one question on a connection of its own. */
export async function ask(address: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(question);
    return rows;
  } finally {
    await client.end();
  }
}

interface Servant {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root, so root lends it to somebody who can do nothing else. */
function servant(): Servant | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const number = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
      return { uid: number('-u'), gid: number('-g') };
    } catch {
      continue;
    }
  }
  throw new Error('there is no user postgres or nobody to run PostgreSQL as');
}

function command(as: Servant | undefined, words: readonly string[]): [string, string[]] {
  // It ends with the process that started it, even when that is killed.
  const lend = as ? ['setpriv', `--reuid=${as.uid}`, `--regid=${as.gid}`, '--clear-groups'] : [];
  const [program = '', ...rest] = as ? [...lend, '--pdeathsig=INT', ...words] : words;
  return [program, rest];
}

async function execute(as: Servant | undefined, words: readonly string[]): Promise<void> {
  await promisify(execFile)(...command(as, words), { cwd: tmpdir() });
}

function run(as: Servant | undefined, words: readonly string[]): ChildProcess {
  return spawn(...command(as, words), { stdio: ['ignore', 'ignore', 'pipe'], cwd: tmpdir() });
}

async function ready(server: ChildProcess): Promise<void> {
  if (!server.stderr) throw new Error('the server has no stderr');
  const said: string[] = [];
  for await (const line of createInterface(server.stderr)) {
    said.push(line);
    if (line.includes('ready to accept connections')) {
      server.stderr.resume();
      return;
    }
  }
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
}
