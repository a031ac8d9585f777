import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { appFolder, appId, licencesFolder } from '../folders.ts';
import { withSignature } from './sign-archive.ts';
import { type TarEntry, writeTarGz } from './write-tar.ts';

/** The core and what is built from the workspace's packages are under a licence of their own. */
const licences: Readonly<Record<string, string>> = {
  'LICENSES/AGPL-3.0-or-later.txt': 'AGPL-3.0-or-later.txt',
  'LICENSES/MIT.txt': 'MIT.txt',
  'vendor-php/LICENSE': 'MIT.txt',
};

/**
 * Packs what servers get of the app: what its package.json lists under "files", and the licences; and
 * the signature.json of these files, where there is one. Throws a sentence when something has not been
 * built.
 */
export function packApp(folder: string = appFolder, signature?: Buffer): Buffer {
  const files = shippedFiles(folder);
  const entries = signature === undefined ? files : withSignature(files, signature);
  return writeTarGz(entries.toSorted((left, right) => (left.path < right.path ? -1 : 1)));
}

/** Tells the version that the app's info.xml says. */
export function appVersion(folder: string = appFolder): string {
  const info = readFileSync(join(folder, 'appinfo/info.xml'), 'utf8');
  const version = /<version>([^<]+)<\/version>/.exec(info)?.[1];
  if (version === undefined) throw new Error('appinfo/info.xml names no version.');
  return version;
}

function shippedFiles(folder: string): readonly TarEntry[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly files: readonly string[];
  };
  const paths = manifest.files.flatMap((name) => {
    const found = filesOf(folder, name);
    if (found.length === 0) throw new Error(`apps/nextcloud/${name} is empty; build it first.`);
    return found;
  });
  const entries = paths.map((path) => ({ path, content: readFileSync(join(folder, path)) }));
  for (const [path, licence] of Object.entries(licences)) {
    entries.push({ path, content: readFileSync(join(licencesFolder, licence)) });
  }
  return entries.map(({ path, content }) => ({ path: `${appId}/${path}`, content }));
}

function filesOf(folder: string, name: string): readonly string[] {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`apps/nextcloud/${name} is not there; build it first.`);
  if (!statSync(path).isDirectory()) return [name];
  return readdirSync(path).flatMap((child) => filesOf(folder, `${name}/${child}`));
}
