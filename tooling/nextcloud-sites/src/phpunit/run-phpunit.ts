import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '@bluebridge/wordpress-sites';
import type { Simulator } from '@bluebridge/simulator';
import { appFolder } from '../folders.ts';
import type { StartedDatabase } from './databases.ts';

/** Runs the app's tests on a database. */
export async function runPhpUnit(
  name: string,
  database: StartedDatabase,
  simulator: Simulator,
  given: readonly string[],
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'bluebridge-phpunit-'));
  const report = join(folder, 'report.xml');
  // Not run by this process itself: the simulator has to answer meanwhile.
  const child = spawn('php', ['vendor/bin/phpunit', '--log-junit', report, ...given], {
    cwd: appFolder,
    env: {
      ...process.env,
      BLUEBRIDGE_DATABASE: JSON.stringify(database.connection),
      BLUEBRIDGE_SIMULATOR: simulator.url,
      BLUEBRIDGE_ENDPOINT: simulator.endpoint,
      BLUEBRIDGE_SECRET: simulator.secret,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  const written = readReport(report);
  rmSync(folder, { recursive: true, force: true });
  return { name, passed: code === 0, report: written, output };
}

function readReport(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
