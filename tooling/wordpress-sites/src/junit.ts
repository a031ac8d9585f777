import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pluginFolder } from './folders.ts';
import type { Outcome } from './matrix.ts';

/** Writes the reports of all sites as one, where the plugin's other reports are. */
export function mergeReports(outcomes: readonly Outcome[]): void {
  const folder = join(pluginFolder, 'reports');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'phpunit.xml'), mergedReport(outcomes));
}

/**
 * Merges JUnit reports; a test is found again by its site's name. A suite that has no report, as it
 * could not even start, counts as one error.
 */
export function mergedReport(outcomes: readonly Outcome[]): string {
  const suites = outcomes.map(({ name, report, output }) => {
    const inside = /<testsuites>(.*)<\/testsuites>\s*$/s.exec(report)?.[1];
    if (inside === undefined) return broken(name, output);
    return inside.replace(/(<testsuite\b[^>]*?) name="[^"]*"/, `$1 name="${escape(name)}"`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>${suites.join('')}\n</testsuites>\n`;
}

function broken(name: string, output: string): string {
  const attributes = `name="${escape(name)}"`;
  return `\n  <testsuite ${attributes} tests="1" failures="0" errors="1" skipped="0">
    <testcase ${attributes}><error>${escape(output)}</error></testcase>
  </testsuite>`;
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
