/**
 * Packs the app, built before, as an archive that Nextcloud servers unpack into their apps folder:
 *
 *     node tooling/nextcloud-sites/src/release.ts [<folder for the archive>]
 *
 * BLUEBRIDGE_SIGNING_KEY names a file with a key, and the archive's signature for the app store is
 * written beside it. BLUEBRIDGE_SIGNATURE names the signature.json that `occ integrity:sign-app` has made
 * in the unpacked archive, and it is packed as well.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { appVersion, packApp } from './archive/app-archive.ts';
import { appFolder, appId } from './folders.ts';
import { signArchive } from './archive/sign-archive.ts';

try {
  const folder = process.argv[2] ?? join(appFolder, 'dist');
  const { BLUEBRIDGE_SIGNATURE: signature, BLUEBRIDGE_SIGNING_KEY: key } = process.env;
  const archive = packApp(appFolder, signature ? readFileSync(signature) : undefined);
  const file = join(folder, `${appId}-${appVersion()}.tar.gz`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, archive);
  const sha256 = createHash('sha256').update(archive).digest('hex');
  process.stdout.write(`${relative('', file)}: ${archive.length} bytes, SHA-256 ${sha256}\n`);
  if (key) {
    writeFileSync(`${file}.sig`, `${signArchive(archive, readFileSync(key, 'utf8'))}\n`);
    process.stdout.write(`${relative('', file)}.sig: its signature for the app store\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
