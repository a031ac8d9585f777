/**
 * Builds the scripts for the browser, each with a configuration of its own: what loads elsewhere
 * than in the app shares no file with it, and stays as small as it is. Names of scripts as
 * arguments build only those: `node build.ts guest admin`.
 *
 * It builds beside `js/` and `css/`, and then puts one file after the other in its place: tests and a
 * Nextcloud that read meanwhile find the former scripts or the new ones, and never none.
 */
import { globSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAppConfig } from '@nextcloud/vite-config';
import { build } from 'vite';

/** Names of built scripts, and their sources. */
const entries: Readonly<Record<string, string>> = {
  main: 'src/main.ts',
  admin: 'src/admin.ts',
  guest: 'src/guest/main.ts',
  reference: 'src/reference/main.ts',
  files32: 'src/files/nextcloud-32.ts',
  files33: 'src/files/nextcloud-33.ts',
};

const app = import.meta.dirname;
const wanted = process.argv.slice(2);
// On the same disk, so that a file is moved in one step; of its own, so that two builds do not meet.
const beside = mkdtempSync(join(app, 'node_modules/.built-'));
try {
  for (const [name, source] of Object.entries(entries)) {
    if (wanted.length === 0 || wanted.includes(name)) await buildEntry(name, source);
  }
  takeOver(wanted.length === 0);
} finally {
  rmSync(beside, { recursive: true });
}

/** Puts what was built in its place; what loads other files comes after them. */
function takeOver(isWhole: boolean): void {
  const isEntry = (file: string) => Number(/\/bluebridge-[^/]+$/.test(file));
  const built = globSync('{js,css}/**/*.*', { cwd: beside });
  for (const file of built.toSorted((one, other) => isEntry(one) - isEntry(other))) {
    mkdirSync(join(app, dirname(file)), { recursive: true });
    renameSync(join(beside, file), join(app, file));
  }
  if (!isWhole) return;
  for (const former of globSync('{js,css}/**/*.*', { cwd: app })) {
    if (!built.includes(former)) rmSync(join(app, former));
  }
}

async function buildEntry(name: string, source: string): Promise<void> {
  const config = createAppConfig(
    { [name]: fileURLToPath(new URL(source, import.meta.url)) },
    {
      appName: 'bluebridge',
      emptyOutputDirectory: false,
      nodePolyfills: false,
      config: { build: { outDir: beside, sourcemap: false, reportCompressedSize: false } },
    },
  );
  const settings = await config({ command: 'build', mode: 'production' });
  await build({ ...settings, configFile: false, logLevel: 'error' });
}
