import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '@bluebridge/simulator';
import { onTestFinished } from 'vitest';
import { packApp } from '../../src/archive/app-archive.ts';
import { appFolder, appId } from '../../src/folders.ts';

/** Gives a folder that is there for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bluebridge-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

let packed: Buffer | undefined;

/** Packs the app and unpacks it with tar, as administrators do. Gives the folder of the app. */
export function unpackApp(): string {
  packed ??= packApp();
  const folder = temporaryFolder();
  const file = join(folder, 'app.tar.gz');
  writeFileSync(file, packed);
  execFileSync('tar', ['-xzf', file, '-C', folder]);
  return join(folder, appId);
}

/** How a run of PHPUnit ended. */
export interface Run {
  readonly passed: boolean;
  readonly output: string;
}

/** Runs tests of the app, named by their classes, on an unpacked copy of it. */
export async function runTestsOn(unpacked: string, classes: readonly string[]): Promise<Run> {
  // Answers are compared with the description of the API, which is no part of the archive.
  for (const path of ['tests', 'openapi.json']) {
    cpSync(join(appFolder, path), join(unpacked, path), { recursive: true });
  }
  const simulator = await startSimulator({ secret: 'a secret for tests', port: 0 });
  onTestFinished(() => simulator.close());
  const start = join(import.meta.dirname, '../php/start-unpacked.php');
  const flags = ['--no-configuration', '--fail-on-all-issues', '--bootstrap', start];
  const files = classes.map((name) => join(unpacked, `tests/phpunit/${name}.php`));
  const env = {
    ...process.env,
    BLUEBRIDGE_UNPACKED: unpacked,
    BLUEBRIDGE_SIMULATOR: simulator.url,
    BLUEBRIDGE_ENDPOINT: simulator.endpoint,
    BLUEBRIDGE_SECRET: simulator.secret,
  };
  return new Promise((resolve) => {
    // Not run by this process itself: the simulator has to answer meanwhile.
    const args = ['-d', 'memory_limit=512M', 'vendor/bin/phpunit', ...flags, ...files];
    execFile('php', args, { cwd: appFolder, env }, (error, stdout, stderr) =>
      resolve({ passed: error === null, output: stdout + stderr }),
    );
  });
}
