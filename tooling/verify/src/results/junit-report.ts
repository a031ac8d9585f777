import type { Counts } from './vitest-report.ts';

/**
 * Counts the tests of a JUnit report, as PHPUnit writes it: from the outermost suites, which add up
 * what is inside them.
 * @returns undefined when the text is no whole report
 */
export function readJunitReport(xml: string): Counts | undefined {
  if (!/<\/testsuites>\s*$|<testsuites\s*\/>\s*$/.test(xml)) return undefined;
  const total = { passed: 0, failed: 0, skipped: 0 };
  let depth = 0;
  for (const [tag, slash] of xml.matchAll(/<(\/?)testsuite\b[^>]*>/g)) {
    if (slash === '' && depth === 0) {
      const failed = numberIn(tag, 'failures') + numberIn(tag, 'errors');
      const skipped = numberIn(tag, 'skipped');
      total.failed += failed;
      total.skipped += skipped;
      total.passed += numberIn(tag, 'tests') - failed - skipped;
    }
    if (!tag.endsWith('/>')) depth += slash === '' ? 1 : -1;
  }
  return total;
}

function numberIn(tag: string, attribute: string): number {
  return Number(new RegExp(`\\s${attribute}="(\\d+)"`).exec(tag)?.[1] ?? 0);
}
