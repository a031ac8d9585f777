import { describe, expect, it } from 'vitest';
import {
  renderLeftOut,
  renderProblem,
  renderSuite,
  renderTotal,
} from '../../src/summary/render.ts';

const task = { id: '@bluebridge/core#test', folder: 'packages/core', rerun: 'npm run it' };
const suite = { name: 'core tests', counts: 'vitest_report', tasks: [task] } as const;
const result = { suite, passed: 12, failed: 0, skipped: 0, cached: true, seconds: 0, problems: [] };

describe('the summary', () => {
  it('ends with exactly the numbers', () => {
    expect(renderTotal({ passed: 12, failed: 3, skipped: 0 })).toBe('12 passed, 3 failed\n');
  });

  it('names skipped tests only when there are any', () => {
    expect(renderTotal({ passed: 1, failed: 0, skipped: 2 })).toBe(
      '1 passed, 0 failed, 2 skipped\n',
    );
  });

  it('gives each suite one line that says whether it was cached', () => {
    expect(renderSuite(result)).toMatch(/^ {2}core tests +12 passed, +0 failed {3}cached\n$/);
    expect(renderSuite({ ...result, cached: false, failed: 1, seconds: 4.21 })).toMatch(
      /^✗ core tests +12 passed, +1 failed {3}4\.2 s\n$/,
    );
  });

  it('shows why a task failed and how to run it alone', () => {
    const outcome = { exitCode: 2, cached: false, seconds: 1, logFile: 'a.log' };
    const text = renderProblem({ task, reason: 'failed', outcome }, ['expected 1 to be 2']);
    expect(text).toContain('@bluebridge/core#test failed with exit code 2');
    expect(text).toContain('expected 1 to be 2');
    expect(text).toContain('Run it alone: npm run it');
  });

  it('lists what could not run with its remedy, or nothing', () => {
    expect(renderLeftOut([])).toBe('');
    expect(renderLeftOut([{ name: 'browser', reason: 'missing.', remedy: 'install it' }])).toBe(
      '\nCould not run:\n  browser: missing.\n    To run it: install it\n',
    );
  });
});
