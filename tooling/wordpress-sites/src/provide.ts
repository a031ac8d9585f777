import { createHash } from 'node:crypto';
import {
  createReadStream,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { alone } from '../../bootstrap/lock.mjs';
import { dataFolder } from './folders.ts';
import { buildsPackage, type Release, releases } from './releases.ts';
import { run } from './run.ts';
import { readZip } from './zip/read-zip.ts';

const { name, version, integrity, sqlite } = buildsPackage;
const store = join(dataFolder, `builds-${version}`);

/** Where the SQLite database of a site comes from. */
export const sqliteIntegration = join(store, 'sqlite-database-integration-main');

/** Tells whether the releases have been fetched before. */
export function hasReleases(): boolean {
  return existsSync(store);
}

/**
 * Provides the files of a release: fetched once with npm, checked, and unpacked. `onProgress` is told
 * each second how many bytes have come.
 * @returns the folder of its WordPress, which is not to be changed
 */
export async function provideRelease(
  release: Release,
  onProgress: (bytes: number) => void = () => {},
): Promise<string> {
  if (!hasReleases()) {
    mkdirSync(dataFolder, { recursive: true });
    await alone(dataFolder, async () => {
      if (!hasReleases()) await fetchAll(onProgress);
    });
  }
  return join(store, release.name);
}

async function fetchAll(onProgress: (bytes: number) => void): Promise<void> {
  removeHalves();
  const folder = await mkdtemp(join(dataFolder, 'fetching-'));
  try {
    await fetchPackage(folder, onProgress);
    const tarball = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
    await verifyIntegrity(tarball);
    await unpackTarball(tarball, folder);
    const finished = join(folder, 'finished');
    mkdirSync(finished);
    unzip(join(folder, 'package', sqlite), finished);
    for (const release of releases) unpackRelease(join(folder, 'package'), finished, release);
    renameSync(finished, store);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Who was stopped while fetching could not tidy up. */
function removeHalves(): void {
  for (const half of readdirSync(dataFolder)) {
    if (!half.startsWith('fetching-')) continue;
    rmSync(join(dataFolder, half), { recursive: true, force: true });
  }
}

async function verifyIntegrity(tarball: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new Error(`The package ${name} ${version} is not the one that is expected.`);
  }
}

async function unpackTarball(tarball: string, folder: string): Promise<void> {
  const wanted = releases.flatMap(({ archive }) => [
    `package/src/wordpress/${archive}.zip`,
    `package/public/${archive}`,
  ]);
  await run('tar', ['-xzf', tarball, '-C', folder, `package/${sqlite}`, ...wanted]);
}

function unpackRelease(from: string, to: string, release: Release): void {
  const folder = join(to, release.name);
  unzip(join(from, 'src/wordpress', `${release.archive}.zip`), folder);
  cpSync(join(from, 'public', release.archive), folder, { recursive: true });
  // It holds the database of a site that was installed when the package was made.
  rmSync(join(folder, 'wp-content/database'), { recursive: true, force: true });
  rmSync(join(folder, 'wp-config.php'), { force: true });
}

/** npm says nothing while it fetches, but what has come is in its cache, here one of its own. */
async function fetchPackage(folder: string, onProgress: (bytes: number) => void): Promise<void> {
  const cache = join(folder, 'cache');
  const flags = ['--silent', '--ignore-scripts', '--cache', cache];
  const timer = setInterval(() => onProgress(sizeOf(cache)), 1000);
  try {
    await run('npm', ['pack', `${name}@${version}`, ...flags], { cwd: folder });
  } finally {
    clearInterval(timer);
  }
  rmSync(cache, { recursive: true, force: true });
}

/** Files may come and go meanwhile. */
function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name: file }) => statSync(join(parentPath, file)).size)
      .reduce((sum, size) => sum + size, 0);
  } catch {
    return 0;
  }
}

function unzip(archive: string, folder: string): void {
  for (const { path, content } of readZip(readFileSync(archive))) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
