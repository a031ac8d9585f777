import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, globSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** What was found on the machine; facts only. */
export interface Machine {
  readonly isRoot: boolean;
  readonly packageManager?: 'apt' | 'dnf' | 'pacman' | 'brew';
  readonly php?: { readonly version: string; readonly extensions: readonly string[] };
  /** PostgreSQL's `postgres`. */
  readonly postgres?: string;
  /** MariaDB's `mariadbd`. */
  readonly mariadb?: string;
  readonly composer?: string;
  readonly chromium?: string;
  /** The value of CHROMIUM when it names no program. */
  readonly misnamedChromium?: string;
}

const managers = [
  ['apt', 'apt-get'],
  ['dnf', 'dnf'],
  ['pacman', 'pacman'],
  ['brew', 'brew'],
] as const;

const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Looks at the machine: who runs this, and which of the wanted programs are there. */
export async function inspectMachine(): Promise<Machine> {
  const manager = managers.find(([, program]) => findProgram(program) !== undefined)?.[0];
  const php = await inspectPhp();
  const postgres = firstProgram(['postgres', ...debianPostgres()]);
  // Debian keeps it where only the administrator looks.
  const mariadb = firstProgram(['mariadbd', '/usr/sbin/mariadbd', '/usr/local/sbin/mariadbd']);
  const composer = findProgram('composer');
  // A variable that names no program is a mistake to report, not a reason to take another browser.
  const named = process.env['CHROMIUM'] ?? '';
  const chromium = named === '' ? firstProgram(browsers) : findProgram(named);
  return {
    isRoot: process.getuid?.() === 0,
    ...(manager && { packageManager: manager }),
    ...(php && { php }),
    ...(postgres !== undefined && { postgres }),
    ...(mariadb !== undefined && { mariadb }),
    ...(composer !== undefined && { composer }),
    ...(chromium !== undefined && { chromium }),
    ...(named !== '' && chromium === undefined && { misnamedChromium: named }),
  };
}

/**
 * Builds a short text that changes when the program is replaced, so that a cached result of the
 * old one is not used.
 */
export function fingerprintProgram(path: string): string {
  const real = realpathSync(path);
  const { size, mtimeMs } = statSync(real);
  return `${real}:${size}:${Math.round(mtimeMs)}`;
}

async function inspectPhp(): Promise<Machine['php']> {
  if (findProgram('php') === undefined) return undefined;
  try {
    const code = "echo PHP_VERSION, ' ', implode(' ', get_loaded_extensions());";
    const { stdout } = await promisify(execFile)('php', ['-r', code], { timeout: 20_000 });
    const [version = '', ...extensions] = stdout.toLowerCase().split(' ');
    return { version, extensions };
  } catch {
    return undefined;
  }
}

/** Debian keeps the programs of each PostgreSQL in a folder of their own. */
function debianPostgres(): readonly string[] {
  return globSync('/usr/lib/postgresql/*/bin/postgres');
}

function firstProgram(names: readonly string[]): string | undefined {
  return names.map(findProgram).find((path) => path !== undefined);
}

function findProgram(name: string): string | undefined {
  if (name.includes('/')) return isProgram(name) ? name : undefined;
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
