import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from '../../../bootstrap/explain.mjs';
import type { Suite, Task } from '../suites/suites.ts';
import { type SuiteResult, tallySuite } from '../summary/tally.ts';
import type { TaskOutcome } from '../turbo/run-summary.ts';
import { readJunitReport } from './junit-report.ts';
import { type Counts, readVitestReport } from './vitest-report.ts';

/** Where a task leaves its report, and how it is read. */
const reports = {
  vitest_report: { file: 'reports/vitest.json', read: readVitestReport },
  junit_report: { file: 'reports/phpunit.xml', read: readJunitReport },
};
const shownLines = 120;

/**
 * Removes the reports and logs of earlier runs, so that what is there afterwards comes from this
 * one: written by the task, or put back by turbo together with a cached result.
 */
export function removeStaleResults(root: string, suites: readonly Suite[]): void {
  for (const { folder } of suites.flatMap(({ tasks }) => tasks)) {
    for (const { file } of Object.values(reports)) {
      rmSync(join(root, folder, file), { force: true });
    }
    for (const log of globSync('.turbo/turbo-*.log', { cwd: join(root, folder) })) {
      rmSync(join(root, folder, log), { force: true });
    }
  }
}

/** Reads what a suite's tasks left behind and counts it. */
export function collectSuite(
  root: string,
  suite: Suite,
  outcomes: ReadonlyMap<string, TaskOutcome>,
): SuiteResult {
  return tallySuite(
    suite,
    suite.tasks.map((task) => {
      const outcome = outcomes.get(task.id);
      return { task, outcome, counts: readCounts(root, suite, task, outcome) };
    }),
  );
}

/** Reads the end of a task's output, without colour codes. */
export function readLog(root: string, outcome: TaskOutcome | undefined): string[] {
  const file = outcome?.logFile;
  const text = file === undefined ? undefined : readIfThere(join(root, file));
  return text === undefined ? [] : lastLines(text, shownLines);
}

function readCounts(
  root: string,
  suite: Suite,
  task: Task,
  outcome: TaskOutcome | undefined,
): Counts | undefined {
  if (outcome === undefined || suite.counts === 'exit_code') return undefined;
  const { file, read } = reports[suite.counts];
  const text = readIfThere(join(root, task.folder, file));
  return text === undefined ? undefined : read(text);
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
