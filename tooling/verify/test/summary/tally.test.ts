import { describe, expect, it } from 'vitest';
import type { Suite } from '../../src/suites/suites.ts';
import { isCiEnvironment, tallyRun, tallySuite } from '../../src/summary/tally.ts';

const task = { id: '@bluebridge/core#test', folder: 'packages/core', rerun: 'npm run …' };
const tests: Suite = { name: 'core tests', counts: 'vitest_report', tasks: [task] };
const builds: Suite = { name: 'build', counts: 'exit_code', tasks: [task, task] };
const good = { exitCode: 0, cached: false, seconds: 2, logFile: 'a.log' };
const bad = { ...good, exitCode: 1 };
const counts = { passed: 5, failed: 0, skipped: 1 };

describe('a suite', () => {
  it('counts the tests of its report', () => {
    const result = tallySuite(tests, [{ task, outcome: good, counts }]);
    expect(result).toMatchObject({ passed: 5, failed: 0, skipped: 1, seconds: 2, problems: [] });
  });

  it('counts one for each task when only the exit code speaks', () => {
    const results = [good, bad].map((outcome) => ({ task, outcome, counts: undefined }));
    const result = tallySuite(builds, results);
    expect(result).toMatchObject({ passed: 1, failed: 1, problems: [{ reason: 'failed' }] });
  });

  it('that ended badly has a failure even when no test failed', () => {
    const result = tallySuite(tests, [{ task, outcome: bad, counts }]);
    expect(result).toMatchObject({ passed: 5, failed: 1, problems: [{ reason: 'failed' }] });
  });

  it('that ended well with a failed test in its report fails', () => {
    const outcome = { task, outcome: good, counts: { ...counts, failed: 2 } };
    expect(tallySuite(tests, [outcome])).toMatchObject({
      failed: 2,
      problems: [{ reason: 'failed' }],
    });
  });

  it('that ended well without a report fails', () => {
    const result = tallySuite(tests, [{ task, outcome: good, counts: undefined }]);
    expect(result).toMatchObject({ passed: 0, failed: 1, problems: [{ reason: 'no_report' }] });
  });

  it('whose task turbo does not mention fails', () => {
    const result = tallySuite(tests, [{ task, outcome: undefined, counts: undefined }]);
    expect(result).toMatchObject({ failed: 1, problems: [{ reason: 'did_not_run' }] });
  });

  it('is cached only when all its tasks are', () => {
    const cached = { task, outcome: { ...good, cached: true }, counts: undefined };
    const fresh = { task, outcome: good, counts: undefined };
    expect(tallySuite(builds, [cached, cached])).toMatchObject({ cached: true, seconds: 0 });
    expect(tallySuite(builds, [cached, fresh])).toMatchObject({ cached: false, seconds: 2 });
  });
});

describe('the total', () => {
  const left = { name: 'browser', reason: 'missing: Chromium.', remedy: 'install it' };

  it('adds up the suites', () => {
    const other = { passed: 1, failed: 2, skipped: 0 };
    expect(tallyRun([counts, other], [], true)).toEqual({ passed: 6, failed: 2, skipped: 1 });
  });

  it('takes a suite that could not run for a failure under CI only', () => {
    expect(tallyRun([counts], [left], true).failed).toBe(1);
    expect(tallyRun([counts], [left], false).failed).toBe(0);
  });

  it.each([
    [{ CI: 'true' }, true],
    [{ CI: '1' }, true],
    [{ CI: 'false' }, false],
    [{ CI: '' }, false],
    [{}, false],
  ])('reads CI from %o as %s', (env, isCi) => {
    expect(isCiEnvironment(env)).toBe(isCi);
  });
});
