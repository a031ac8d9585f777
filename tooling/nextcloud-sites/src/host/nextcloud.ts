import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { appId } from '../folders.ts';
import { readTarGz } from '../archive/read-tar.ts';

/** An installed Nextcloud on this machine. */
export interface Nextcloud {
  readonly root: string;
  /** Such as `32.0.1`. */
  readonly version: string;
  /** What PHP has to find in its environment to run this one. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs a command of its administration and gives what it printed. */
  readonly occ: (
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<string>;
}

/** What somebody has to change before a journey can begin. The message is a sentence. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

/** Finds the Nextcloud in a folder. Throws NotReady. */
export async function openNextcloud(root: string): Promise<Nextcloud> {
  const config = join(root, 'config/config.php');
  if (!existsSync(join(root, 'occ')) || !existsSync(config)) {
    throw new NotReady(`There is no installed Nextcloud in ${root}.`);
  }
  const owner = statSync(config).uid;
  if (process.getuid?.() !== owner) {
    throw new NotReady(`Run this as the user number ${owner}, who owns config/config.php.`);
  }
  return nextcloudAt(root, {});
}

/** Describes an installation. Throws NotReady when it is none. */
export async function nextcloudAt(root: string, env: Nextcloud['env']): Promise<Nextcloud> {
  const occ = occOf(root, env);
  const status = JSON.parse(await occ(['status', '--output=json'])) as {
    readonly installed: boolean;
    readonly versionstring: string;
  };
  if (!status.installed) throw new NotReady(`The Nextcloud in ${root} is not installed yet.`);
  return { root, version: status.versionstring, env, occ };
}

/** Gives what runs commands of a Nextcloud's administration. */
export function occOf(root: string, own: Nextcloud['env']): Nextcloud['occ'] {
  return async (args, env = {}) => {
    const flags = ['-d', 'memory_limit=512M', 'occ', '--no-ansi', '--no-interaction'];
    const all = { ...process.env, ...own, ...env };
    const options = { cwd: root, env: all, maxBuffer: 16 * 1024 * 1024 };
    try {
      return (await promisify(execFile)('php', [...flags, ...args], options)).stdout;
    } catch (error) {
      const said = Object(error) as { stdout?: string; stderr?: string };
      const words = `${said.stdout ?? ''}${said.stderr ?? ''}`.trim().slice(-2000);
      throw new Error(`occ ${args[0] ?? ''}: ${words}`, { cause: error });
    }
  };
}

/**
 * Unpacks the app as an administrator does who has the archive. Gives what takes it away again, with
 * its settings. Throws NotReady when there is such an app already, which is not to be lost.
 */
export async function installApp(
  nextcloud: Nextcloud,
  archive: Buffer,
): Promise<() => Promise<void>> {
  const folder = join(nextcloud.root, 'apps', appId);
  if (existsSync(folder)) {
    throw new NotReady(`apps/${appId} is there already; take it out of this Nextcloud first.`);
  }
  for (const { path, content } of readTarGz(archive)) {
    const file = join(nextcloud.root, 'apps', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const remove = async () => {
    await nextcloud.occ(['app:disable', appId]);
    await forgetSettings(nextcloud);
    rmSync(folder, { recursive: true });
  };
  try {
    await nextcloud.occ(['app:enable', appId]);
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return remove;
}

/** Without its settings, the next archive is installed anew, and makes the tables that it needs. */
async function forgetSettings({ occ }: Nextcloud): Promise<void> {
  const { apps } = JSON.parse(await occ(['config:list', appId])) as {
    readonly apps: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  for (const name of Object.keys(apps[appId] ?? {})) {
    await occ(['config:app:delete', appId, name]);
  }
}

/** Gives what Nextcloud wrote to its log about the app since a moment before. */
export async function logOf(nextcloud: Nextcloud, since: number): Promise<readonly string[]> {
  const file = await logFile(nextcloud);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').slice(since).split('\n').filter(Boolean);
  return lines.filter((line) => {
    const entry: Record<string, unknown> = { ...JSON.parse(line), url: '' };
    // An address of the app is no fault of it; a file of it in a trace is.
    return entry['app'] === appId || JSON.stringify(entry).includes(`/apps/${appId}/`);
  });
}

/** Tells how long the log is. */
export async function logLength(nextcloud: Nextcloud): Promise<number> {
  const file = await logFile(nextcloud);
  return existsSync(file) ? readFileSync(file, 'utf8').length : 0;
}

async function logFile({ occ }: Nextcloud): Promise<string> {
  const answer = JSON.parse(await occ(['log:file', '--output=json']).catch(() => '{}')) as {
    readonly file?: string;
  };
  if (answer.file !== undefined) return answer.file;
  return join((await occ(['config:system:get', 'datadirectory'])).trim(), 'nextcloud.log');
}
