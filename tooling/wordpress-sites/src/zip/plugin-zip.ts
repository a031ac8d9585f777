import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { licencesFolder, pluginFolder } from '../folders.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

/** The folder inside the archive; WordPress names the plugin's folder after it. */
const slug = 'bluebridge';

/** The core and what is built from the workspace's packages are under a licence of their own. */
const licences: Readonly<Record<string, string>> = {
  'license.txt': 'GPL-2.0-or-later.txt',
  'vendor-php/license.txt': 'MIT.txt',
};

/**
 * Packs what sites get of the plugin: what its package.json lists under "files", and the licences.
 * Throws a sentence when something has not been built.
 */
export function packPlugin(folder: string = pluginFolder): Buffer {
  return writeZip(shippedFiles(folder));
}

/** Tells the version that the plugin's header says. */
export function pluginVersion(folder: string = pluginFolder): string {
  const header = readFileSync(join(folder, 'bluebridge.php'), 'utf8');
  const version = /^ \* Version:\s*(\S+)$/m.exec(header)?.[1];
  if (version === undefined) throw new Error('The header of bluebridge.php names no version.');
  return version;
}

function shippedFiles(folder: string): readonly ZipEntry[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly files: readonly string[];
  };
  const paths = manifest.files.flatMap((name) => filesOf(folder, name));
  const entries = paths.map((path) => ({ path, content: readFileSync(join(folder, path)) }));
  for (const [path, licence] of Object.entries(licences)) {
    entries.push({ path, content: readFileSync(join(licencesFolder, licence)) });
  }
  return entries
    .map(({ path, content }) => ({ path: `${slug}/${path}`, content }))
    .toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

function filesOf(folder: string, name: string): readonly string[] {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`apps/wordpress/${name} is not there; build it first.`);
  if (!statSync(path).isDirectory()) return [name];
  return readdirSync(path).flatMap((child) => filesOf(folder, `${name}/${child}`));
}
