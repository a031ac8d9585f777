/**
 * Runs the app's PHPUnit tests, on each database that the machine has:
 *
 *     node --conditions=@bluebridge/source tooling/nextcloud-sites/src/phpunit.ts
 *         [--only <a database's name>] [-- <arguments for PHPUnit>]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSimulator } from '@bluebridge/simulator';
import { figuresIn, mergedReport, type Outcome, skippedReport } from '@bluebridge/wordpress-sites';
import { appFolder } from './folders.ts';
import { databaseNames, startDatabase } from './phpunit/databases.ts';
import { runPhpUnit } from './phpunit/run-phpunit.ts';

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', default: '' } },
  allowPositionals: true,
});
const isCi = !['', '0', 'false'].includes((process.env['CI'] ?? '').toLowerCase());
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const secret = 'a secret for tests';
// Tests of seats meet on the account of a hoster.
const tenants = [{ name: 'hoster', profile: 'integration', secret }] as const;

const outcomes: Outcome[] = [];
const simulator = await startSimulator({ secret, port: 0, tenants });
try {
  for (const name of databaseNames.filter((database) => database.includes(values.only))) {
    const database = await startDatabase(name);
    if (database === undefined) {
      const output = `${name} is not installed`;
      // Under CI nothing is left out in silence.
      outcomes.push({ name, passed: !isCi, report: isCi ? '' : skippedReport, output });
      say(`${name}: left out, as it is not installed`);
      continue;
    }
    try {
      const began = performance.now();
      const outcome = await runPhpUnit(name, database, simulator, positionals);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      say(`${name}: ${outcome.passed ? 'passed' : 'FAILED'} (${seconds} s)`);
      process.stdout.write(outcome.passed ? figuresIn(outcome.output) : `${outcome.output}\n`);
      outcomes.push(outcome);
    } finally {
      await database.stop();
    }
  }
} finally {
  await simulator.close();
}
mkdirSync(join(appFolder, 'reports'), { recursive: true });
writeFileSync(join(appFolder, 'reports/phpunit.xml'), mergedReport(outcomes));
if (outcomes.length === 0 || outcomes.some(({ passed }) => !passed)) process.exitCode = 1;
