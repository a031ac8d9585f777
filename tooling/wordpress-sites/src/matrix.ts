import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Simulator, startSimulator } from '@bluebridge/simulator';
import { type Cell, chooseCells, suitesOf } from './cells.ts';
import type { Database } from './config.ts';
import { pluginFolder } from './folders.ts';
import { withoutCoverage } from './run.ts';
import { hasMariaDb, type MariaDb, startMariaDb } from './mariadb.ts';
import { createSite, type Site } from './site.ts';

/** What the tests of one suite in one site said. */
export interface Outcome {
  /** Such as `6.7 sqlite: plugin`. */
  readonly name: string;
  readonly passed: boolean;
  /** The JUnit report; empty where PHPUnit did not come to write one. */
  readonly report: string;
  /** What was printed, for a suite without a report. */
  readonly output: string;
}

/** Which sites to run the tests in, and how. */
export interface MatrixOptions {
  /** Only sites whose name contains this. */
  readonly only: string;
  /** A folder with a WordPress: tests run in that one, and in no other. */
  readonly from: string | undefined;
  readonly phpunitArguments: readonly string[];
  /** Under CI a site that cannot be made is a failure; elsewhere it is left out. */
  readonly isCi: boolean;
  readonly write: (text: string) => void;
}

/** A report of one test that was left out. */
export const skippedReport =
  '<testsuites><testsuite name="" tests="1" failures="0" errors="0" skipped="1"/></testsuites>';

/** Runs the tests in every kind of site. */
export async function runMatrix(options: MatrixOptions): Promise<readonly Outcome[]> {
  const wanted = chooseCells(options.only, options.from !== undefined);
  const secret = 'a secret for tests';
  // Tests of seats meet on the account of a hoster.
  const hoster = { name: 'hoster', profile: 'integration', secret } as const;
  // Tests of protected recordings need a balancer.
  const balancer = { name: 'balancer', profile: 'scalelite', secret } as const;
  const simulator = await startSimulator({ secret, port: 0, tenants: [hoster, balancer] });
  const needsMariaDb = wanted.some(({ database }) => database === 'mariadb');
  const mariadb = needsMariaDb && hasMariaDb() ? await startMariaDb() : undefined;
  try {
    const outcomes: Outcome[] = [];
    for (const cell of wanted) {
      if (cell.database === 'mariadb' && mariadb === undefined && !options.isCi) {
        options.write(`${cell.name}: left out, as MariaDB is not installed\n`);
        outcomes.push({ name: cell.name, passed: true, report: skippedReport, output: '' });
      } else {
        outcomes.push(...(await runCell(cell, { simulator, mariadb, options })));
      }
    }
    return outcomes;
  } finally {
    await mariadb?.stop();
    await simulator.close();
  }
}

interface Surroundings {
  readonly simulator: Simulator;
  readonly mariadb: MariaDb | undefined;
  readonly options: MatrixOptions;
}

async function runCell(cell: Cell, surroundings: Surroundings): Promise<readonly Outcome[]> {
  const { mariadb, options } = surroundings;
  let site: Site | undefined;
  try {
    site = await createSite({
      url: 'http://127.0.0.1:8080',
      release: cell.release,
      database: await databaseFor(cell, mariadb),
      isNetwork: cell.isNetwork,
      ...(options.from !== undefined && { from: options.from }),
    });
    return await runSuites(cell, site, surroundings);
  } catch (error) {
    const output = error instanceof Error ? error.message : String(error);
    options.write(`${cell.name}: ${output}\n`);
    return [{ name: cell.name, passed: false, report: '', output }];
  } finally {
    site?.remove();
  }
}

async function runSuites(cell: Cell, site: Site, surroundings: Surroundings): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const suite of suitesOf(cell)) {
    const began = performance.now();
    if (suite === 'plugin') await site.activate();
    const outcome = await runSuite(`${cell.name}: ${suite}`, suite, site, surroundings);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const { write } = surroundings.options;
    write(`${outcome.name}: ${outcome.passed ? 'passed' : 'FAILED'} (${seconds} s)\n`);
    write(outcome.passed ? figuresIn(outcome.output) : outcome.output);
    outcomes.push(outcome);
  }
  return outcomes;
}

/** Finds what tests measured. */
export function figuresIn(output: string): string {
  return [...output.matchAll(/^Figure: (.+)$/gm)].map(([, figure]) => `  ${figure}\n`).join('');
}

async function databaseFor({ database }: Cell, mariadb: MariaDb | undefined): Promise<Database> {
  if (database === 'sqlite') return { kind: 'sqlite' };
  if (mariadb === undefined) throw new Error('MariaDB is not installed.');
  await mariadb.create('wordpress');
  return { kind: 'mariadb', socket: mariadb.socket, name: 'wordpress' };
}

async function runSuite(
  name: string,
  suite: string,
  site: Site,
  { simulator, options }: Surroundings,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'bluebridge-phpunit-'));
  const report = join(folder, 'report.xml');
  // Somebody who asks for one test wants it from one suite.
  const chosen = options.phpunitArguments.length === 0 ? [] : ['--do-not-fail-on-empty-test-suite'];
  const flags = ['--testsuite', suite, '--log-junit', report, ...chosen];
  // Not run by this process itself: the simulator has to answer meanwhile.
  const child = spawn(
    'php',
    [...withoutCoverage, 'vendor/bin/phpunit', ...flags, ...options.phpunitArguments],
    {
      cwd: pluginFolder,
      env: {
        ...process.env,
        WORDPRESS_FOLDER: site.folder,
        WORDPRESS_URL: site.url,
        BLUEBRIDGE_SIMULATOR: simulator.url,
        BLUEBRIDGE_ENDPOINT: simulator.endpoint,
        BLUEBRIDGE_SECRET: simulator.secret,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const logged = site.log().length;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  // WordPress keeps to its log what ends PHP.
  if (code !== 0) output += `\n${site.log().slice(logged).slice(-4000)}`;
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
