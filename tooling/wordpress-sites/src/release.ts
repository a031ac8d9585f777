/**
 * Packs the plugin, built before, as a ZIP archive that WordPress installs:
 *
 *     node tooling/wordpress-sites/src/release.ts [<folder for the archive>]
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pluginFolder } from './folders.ts';
import { packPlugin, pluginVersion } from './zip/plugin-zip.ts';

try {
  const folder = process.argv[2] ?? join(pluginFolder, 'dist');
  const archive = packPlugin();
  const file = join(folder, `bluebridge-${pluginVersion()}.zip`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, archive);
  const sha256 = createHash('sha256').update(archive).digest('hex');
  process.stdout.write(`${relative('', file)}: ${archive.length} bytes, SHA-256 ${sha256}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
