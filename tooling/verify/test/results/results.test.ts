import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectSuite, removeStaleResults } from '../../src/results/collect.ts';
import { readLastLine, readVitestReport } from '../../src/results/vitest-report.ts';
import type { Suite } from '../../src/suites/suites.ts';

const numbers = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
const reportOf = (testResults: object[]) => JSON.stringify({ ...numbers, testResults });

describe('a vitest report', () => {
  it('gives its numbers', () => {
    expect(readVitestReport(reportOf([]))).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  it('counts a file that could not be loaded as a failed test', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const counted = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(readVitestReport(reportOf([broken, counted]))?.failed).toBe(2);
  });

  it.each(['', '{', '[]', '{"numPassedTests":"3"}', 'null'])('cannot be "%s"', (text) => {
    expect(readVitestReport(text)).toBeUndefined();
  });
});

describe('output that ends with its counts', () => {
  it('is counted', () => {
    expect(readLastLine('checking …\n41 passed, 1 failed\n')).toEqual({
      passed: 41,
      failed: 1,
      skipped: 0,
    });
  });

  it('is not guessed at when the line is missing', () => {
    expect(readLastLine('PHP Fatal error: 3 passed, 0 failed tests before this')).toBeUndefined();
  });
});

describe('a report of an earlier run', () => {
  it('is not counted', () => {
    const root = mkdtempSync(join(tmpdir(), 'bluebridge-reports-'));
    const task = { id: '@bluebridge/core#test', folder: 'packages/core', rerun: '' };
    const suite: Suite = { name: 'core tests', counts: 'vitest_report', tasks: [task] };
    const outcome = { exitCode: 0, cached: false, seconds: 1, logFile: 'none.log' };
    mkdirSync(join(root, 'packages/core/reports'), { recursive: true });
    writeFileSync(join(root, 'packages/core/reports/vitest.json'), reportOf([]));

    removeStaleResults(root, [suite]);
    const result = collectSuite(root, suite, new Map([[task.id, outcome]]));

    expect(result).toMatchObject({ passed: 0, failed: 1, problems: [{ reason: 'no_report' }] });
    rmSync(root, { recursive: true });
  });
});
