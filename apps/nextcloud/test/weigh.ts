import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const app = join(import.meta.dirname, '..');
const statically = [
  /(?:^|[;}])\s*(?:import|export)\s*(?:[\w$*{}\s,]+?from)?\s*["'](\.[^"']+)["']/gm,
  /@import\s*(?:url\()?["'](\.[^"']+)["']/g,
];

/** What a page loads at first for an entry: its script and stylesheet, and what they import. */
export function weightOf(entry: string): { readonly raw: number; readonly gzip: number } {
  const seen = new Map<string, Buffer>();
  function load(path: string): void {
    if (seen.has(path)) return;
    const content = readFileSync(path);
    seen.set(path, content);
    for (const pattern of statically) {
      for (const [, imported = ''] of content.toString().matchAll(pattern)) {
        load(join(dirname(path), imported));
      }
    }
  }
  load(join(app, `js/bluebridge-${entry}.mjs`));
  const styles =
    entry.startsWith('files') || entry === 'reference'
      ? []
      : [join(app, `css/bluebridge-${entry}.css`)];
  for (const path of styles) load(path);
  const files = [...seen.values()];
  return {
    raw: files.reduce((sum, { length }) => sum + length, 0),
    gzip: files.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0),
  };
}
