import { globSync } from 'node:fs';
import { cruise, type IForbiddenRuleType, type ICruiseResult } from 'dependency-cruiser';

/** One import that a rule forbids. */
export interface Violation {
  readonly rule: string;
  readonly comment: string;
  readonly from: string;
  readonly to: string;
  /** The files in between, for rules about cycles and reachability. */
  readonly via: readonly string[];
}

/** What was checked, and what was found. */
export interface Cruise {
  readonly violations: readonly Violation[];
  /** TypeScript files found on the disk that the check did not read; must be none. */
  readonly unread: readonly string[];
  readonly fileCount: number;
}

const sources = '{packages,apps,tooling}/*/{src,test}/**/*.{ts,tsx}';

/**
 * Follows the imports of all TypeScript sources below a folder and checks them against rules.
 * @throws Error when the sources cannot be read at all
 */
export async function cruiseSources(
  root: string,
  rules: readonly IForbiddenRuleType[],
): Promise<Cruise> {
  const files = globSync(sources, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] });
  if (files.length === 0) return { violations: [], unread: [], fileCount: 0 };
  const { output } = await cruise(
    files,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...rules] },
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      combinedDependencies: false,
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['@bluebridge/source', 'types', 'import', 'node', 'default'],
    },
  );
  if (typeof output === 'string') throw new Error('The import check gave no result.');
  return readResult(output, files, rules);
}

// Without a TypeScript compiler that it knows, dependency-cruiser lists the files it was given and
// sees no import in them. So each file with an import must have led somewhere.
function readResult(
  { modules, summary }: ICruiseResult,
  files: readonly string[],
  rules: readonly IForbiddenRuleType[],
): Cruise {
  const read = new Set(modules.map(({ source }) => source));
  const importsSeen = modules.some(({ dependencies }) => dependencies.length > 0);
  return {
    violations: summary.violations.map(({ rule, from, to, cycle, via }) => ({
      rule: rule.name,
      comment: rules.find(({ name }) => name === rule.name)?.comment ?? '',
      from,
      to,
      via: (cycle ?? via ?? []).map(({ name }) => name),
    })),
    unread: importsSeen ? files.filter((file) => !read.has(file)) : files,
    fileCount: files.length,
  };
}
