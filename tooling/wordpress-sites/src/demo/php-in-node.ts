import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { startChild } from '../child.ts';
import { dataFolder, phpWasmFolder, pluginFolder } from '../folders.ts';
import { run } from '../run.ts';
import { answers, type ServedSite } from '../serve.ts';
import type { Site } from '../site.ts';

/** What it takes of the disk, once it is there. */
export const phpInNodeMegabytes = 580;

const store = join(dataFolder, `php-wasm-${cliVersion()}`);

/** Tells whether the PHP that runs in Node has been fetched before. */
export function hasPhpInNode(): boolean {
  return existsSync(store);
}

/** Fetches a PHP that runs in Node, with npm, as its lockfile says. */
export async function fetchPhpInNode(): Promise<void> {
  const folder = join(dataFolder, `php-wasm-fetching-${process.pid}`);
  mkdirSync(join(folder, 'bin'), { recursive: true });
  try {
    for (const name of ['package.json', 'package-lock.json', 'php.mjs']) {
      copyFileSync(join(phpWasmFolder, name), join(folder, name));
    }
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
    await run('npm', ['ci', ...flags], { cwd: folder });
    const program = join(folder, 'bin/php');
    writeFileSync(program, '#!/bin/sh\nexec node "$(dirname "$0")/../php.mjs" "$@"\n');
    chmodSync(program, 0o755);
    renameSync(folder, store);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets every program that this process starts find that PHP as `php`. */
export function usePhpInNode(): void {
  process.env['PATH'] = [join(store, 'bin'), process.env['PATH'] ?? ''].join(delimiter);
}

/** Serves a site with the PHP that runs in Node, until it is stopped. */
export async function serveInNode(site: Site): Promise<Pick<ServedSite, 'stop'>> {
  // The site names its own folders, so it is found below its own name, too.
  const mounts = [
    '--mount-before-install',
    `${site.folder}:/wordpress`,
    '--mount-before-install',
    `${site.folder}:${site.folder}`,
    '--mount-before-install',
    `${pluginFolder}:${pluginFolder}`,
    '--mount',
    `${pluginFolder}:/wordpress/wp-content/plugins/bluebridge`,
  ];
  const flags = ['--wordpress-install-mode', 'do-not-attempt-installing', '--skip-sqlite-setup'];
  const program = join(store, 'node_modules/@wp-playground/cli/wp-playground.js');
  const place = ['--port', new URL(site.url).port, '--workers', '2'];
  return startChild(process.execPath, [program, 'server', ...place, ...mounts, ...flags], {
    cwd: store,
    isReady: () => answers(site),
    readyWithin: 120_000,
    failure: 'The PHP that runs in Node does not answer.',
  });
}

/** The version that its package.json names. */
function cliVersion(): string {
  const text = readFileSync(join(phpWasmFolder, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as {
    readonly dependencies: { readonly '@wp-playground/cli': string };
  };
  return dependencies['@wp-playground/cli'];
}
