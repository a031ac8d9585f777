import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectSuite, removeStaleResults } from '../../src/results/collect.ts';
import { readJunitReport } from '../../src/results/junit-report.ts';
import { readVitestReport } from '../../src/results/vitest-report.ts';
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

describe('a JUnit report', () => {
  const suiteOf = (name: string, counts: string, inside = '') =>
    `<testsuite name="${name}" ${counts} time="0.3">${inside}</testsuite>`;
  const junit = (...suites: string[]) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>${suites.join('')}</testsuites>\n`;

  it('counts each test once, though suites add up what is inside them', () => {
    const inner = suiteOf(
      'SigningTest &gt; all',
      'tests="9" assertions="30" errors="1" failures="2" skipped="1"',
      '<testcase name="testVectorHolds"/>',
    );
    const whole = suiteOf(
      'phpunit.xml',
      'tests="9" assertions="30" errors="1" failures="2" skipped="1"',
      inner,
    );
    expect(readJunitReport(junit(whole))).toEqual({ passed: 5, failed: 3, skipped: 1 });
  });

  it('adds up suites that stand beside each other', () => {
    const one = suiteOf('a', 'tests="2" errors="0" failures="0" skipped="0"');
    const two = '<testsuite name="b" tests="3" errors="0" failures="1" skipped="0"/>';
    expect(readJunitReport(junit(two, one))).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it.each(['', 'PHP Fatal error', '<testsuites><testsuite tests="3">'])(
    'cannot be "%s"',
    (text) => {
      expect(readJunitReport(text)).toBeUndefined();
    },
  );
});

describe('a report of an earlier run', () => {
  it.each([
    ['vitest_report', 'vitest.json', reportOf([])],
    ['junit_report', 'phpunit.xml', '<testsuites><testsuite tests="3"/></testsuites>'],
  ] as const)('is not counted: %s', (counts, file, text) => {
    const root = mkdtempSync(join(tmpdir(), 'bluebridge-reports-'));
    const task = { id: '@bluebridge/core#test', folder: 'packages/core', rerun: '' };
    const suite: Suite = { name: 'core tests', counts, tasks: [task] };
    const outcome = { exitCode: 0, cached: false, seconds: 1, logFile: 'none.log' };
    mkdirSync(join(root, 'packages/core/reports'), { recursive: true });
    writeFileSync(join(root, 'packages/core/reports', file), text);

    removeStaleResults(root, [suite]);
    const result = collectSuite(root, suite, new Map([[task.id, outcome]]));

    expect(result).toMatchObject({ passed: 0, failed: 1, problems: [{ reason: 'no_report' }] });
    rmSync(root, { recursive: true });
  });
});
