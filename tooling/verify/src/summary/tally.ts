import type { Counts } from '../results/vitest-report.ts';
import type { Suite, Task } from '../suites/suites.ts';
import type { TaskOutcome } from '../turbo/run-summary.ts';

/** What one task left behind; counts only where the suite's tasks report any. */
export interface TaskResult {
  readonly task: Task;
  readonly outcome: TaskOutcome | undefined;
  readonly counts: Counts | undefined;
}

/** One suite, counted. */
export interface SuiteResult extends Counts {
  readonly suite: Suite;
  readonly cached: boolean;
  readonly seconds: number;
  readonly problems: readonly Problem[];
}

/** A task that failed, and why this is known. */
export interface Problem {
  readonly task: Task;
  readonly reason: 'failed' | 'no_report' | 'did_not_run';
  readonly outcome: TaskOutcome | undefined;
}

/** A suite that was left out, and what would make it run. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
  readonly remedy: string;
}

/**
 * Counts a suite. A failing task counts as at least one failure even when its report names none,
 * and a passing test run without a report counts as a failure.
 */
export function tallySuite(suite: Suite, results: readonly TaskResult[]): SuiteResult {
  const each = results.map((result) => ({ ...countTask(suite, result), result }));
  const ran = results.flatMap(({ outcome }) => outcome ?? []);
  return {
    suite,
    passed: sum(each.map(({ counts }) => counts.passed)),
    failed: sum(each.map(({ counts }) => counts.failed)),
    skipped: sum(each.map(({ counts }) => counts.skipped)),
    cached: ran.length > 0 && ran.every(({ cached }) => cached),
    seconds: sum(ran.filter(({ cached }) => !cached).map(({ seconds }) => seconds)),
    problems: each.flatMap(({ reason, result: { task, outcome } }) =>
      reason === undefined ? [] : [{ task, reason, outcome }],
    ),
  };
}

/** Adds up the whole run; under CI a suite that was left out counts as one failure. */
export function tallyRun(
  suites: readonly Counts[],
  leftOut: readonly LeftOut[],
  isCi: boolean,
): Counts {
  return {
    passed: sum(suites.map(({ passed }) => passed)),
    failed: sum(suites.map(({ failed }) => failed)) + (isCi ? leftOut.length : 0),
    skipped: sum(suites.map(({ skipped }) => skipped)),
  };
}

/** Tells whether the environment is that of a CI service, by the variable all of them set. */
export function isCiEnvironment(env: Readonly<Record<string, string | undefined>>): boolean {
  return !['', '0', 'false'].includes((env['CI'] ?? '').toLowerCase());
}

interface TaskCount {
  readonly counts: Counts;
  readonly reason?: Problem['reason'];
}

function countTask(suite: Suite, { outcome, counts }: TaskResult): TaskCount {
  const oneFailure = { passed: 0, failed: 1, skipped: 0 };
  if (outcome === undefined) return { counts: oneFailure, reason: 'did_not_run' };
  const passes = outcome.exitCode === 0;
  if (suite.counts === 'exit_code') {
    return passes
      ? { counts: { passed: 1, failed: 0, skipped: 0 } }
      : { counts: oneFailure, reason: 'failed' };
  }
  if (counts === undefined) return { counts: oneFailure, reason: passes ? 'no_report' : 'failed' };
  if (passes && counts.failed === 0) return { counts };
  return { counts: { ...counts, failed: Math.max(1, counts.failed) }, reason: 'failed' };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
