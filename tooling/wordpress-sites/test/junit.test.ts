import { describe, expect, it } from 'vitest';
import { readJunitReport } from '../../verify/src/results/junit-report.ts';
import { mergedReport } from '../src/junit.ts';

const report = (tests: number, failures: number) =>
  `<?xml version="1.0"?>\n<testsuites>\n  <testsuite name="/srv/phpunit.xml" tests="${tests}" errors="0" failures="${failures}" skipped="0">
    <testsuite name="inside" tests="${tests}" errors="0" failures="${failures}" skipped="0"/>
  </testsuite>\n</testsuites>\n`;

describe('the report of all sites', () => {
  it('adds up the tests of each', () => {
    const merged = mergedReport([
      { name: '6.6 sqlite: refusal', passed: true, report: report(2, 0), output: '' },
      { name: '6.7 sqlite: plugin', passed: false, report: report(5, 1), output: '' },
    ]);
    expect(readJunitReport(merged)).toEqual({ passed: 6, failed: 1, skipped: 0 });
    expect(merged).toContain('name="6.7 sqlite: plugin"');
  });

  it('counts a site that could not be made as a failure, with its reason', () => {
    const merged = mergedReport([
      { name: '6.7 mariadb', passed: false, report: '', output: 'a <b> & "c"' },
    ]);
    expect(readJunitReport(merged)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(merged).toContain('a &lt;b&gt; &amp; &quot;c&quot;');
  });

  it('counts a broken report as a failure', () => {
    const half = report(3, 0).slice(0, -20);
    const merged = mergedReport([{ name: '6.7', passed: false, report: half, output: 'Killed' }]);
    expect(readJunitReport(merged)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
