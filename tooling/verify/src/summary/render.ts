import type { Counts } from '../results/vitest-report.ts';
import type { LeftOut, Problem, SuiteResult } from './tally.ts';

/** Renders a suite's line: its name, what it counted, and how long it took. */
export function renderSuite(result: SuiteResult): string {
  const mark = result.failed === 0 ? ' ' : '✗';
  const name = result.suite.name.padEnd(20);
  const passed = `${result.passed} passed`.padStart(12);
  const failed = `${result.failed} failed`.padStart(10);
  const skipped = result.skipped === 0 ? '' : `, ${result.skipped} skipped`;
  const time = result.cached ? 'cached' : `${result.seconds.toFixed(1)} s`;
  return `${mark} ${name}${passed},${failed}${skipped}   ${time}\n`;
}

/** Renders why a task failed: the end of its output, and the command that runs it alone. */
export function renderProblem({ task, reason, outcome }: Problem, output: string[]): string {
  const because = {
    failed: `failed with exit code ${outcome?.exitCode}`,
    no_report: 'ended well but left no report of its tests, so nothing proves that any ran',
    did_not_run: 'did not run',
  }[reason];
  const lines = output.map((line) => `  ${line}\n`).join('');
  return `\n── ${task.id} ${because}\n${lines}  Run it alone: ${task.rerun}\n`;
}

/** Renders the suites that were left out; nothing when there are none. */
export function renderLeftOut(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return '';
  const lines = leftOut.map(
    ({ name, reason, remedy }) => `  ${name}: ${reason}\n    To run it: ${remedy}\n`,
  );
  return `\nCould not run:\n${lines.join('')}`;
}

/** Renders the very last line, on which other programs rely: `N passed, N failed`. */
export function renderTotal({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}\n`;
}
