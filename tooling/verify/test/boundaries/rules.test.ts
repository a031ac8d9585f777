import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type Cruise, cruiseSources } from '../../../boundaries/cruise.ts';
import { rules } from '../../../boundaries/rules.ts';
import { allowedImports, forbiddenImports, secondHalves } from './forbidden-imports.ts';
import { writeImportTree } from './import-tree.ts';

const trees: string[] = [];

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true });
});

async function cruiseImports(imports: Parameters<typeof writeImportTree>[0]): Promise<Cruise> {
  const tree = writeImportTree(imports);
  trees.push(tree);
  return cruiseSources(tree, rules);
}

// Reading hundreds of imports takes its time on a busy machine.
describe('the allowed arrows', { timeout: 60_000 }, () => {
  it('each have an example that breaks them', () => {
    const covered = new Set(forbiddenImports.map(({ rule }) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !covered.has(name ?? ''))).toEqual([]);
  });

  it('report every import that breaks them', async () => {
    const { violations, unread } = await cruiseImports([...forbiddenImports, ...secondHalves]);
    const reported = new Set(violations.map(({ rule, from }) => `${rule}: ${from}`));
    const silent = forbiddenImports
      .map(({ rule, from }) => `${rule}: ${from}`)
      .filter((line) => !reported.has(line));
    expect(silent).toEqual([]);
    expect(unread).toEqual([]);
  });

  it('let the imports of the architecture pass', async () => {
    const { violations, fileCount } = await cruiseImports(allowedImports);
    expect(violations).toEqual([]);
    expect(fileCount).toBeGreaterThan(allowedImports.length);
  });

  it('prove nothing about a tree without imports, and say so', async () => {
    const { unread, fileCount } = await cruiseImports([
      { from: 'apps/a/src/one.js', to: 'apps/a/src/two.ts' },
    ]);
    expect(fileCount).toBe(1);
    expect(unread).toEqual(['apps/a/src/two.ts']);
  });
});
