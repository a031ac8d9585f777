import { describe, expect, it } from 'vitest';
import { findLeftOut } from '../../src/suites/left-out.ts';
import { groupRuns, listSuites } from '../../src/suites/suites.ts';
import { systemPackages } from '../../src/system-packages/table.ts';

const packages = [
  { name: '@bluebridge/core', folder: 'packages/core', scripts: ['build', 'typecheck', 'test'] },
  {
    name: '@bluebridge/core-php',
    folder: 'packages/core-php',
    scripts: ['typecheck', 'test', 'vendor', 'lint:php', 'test:php'],
  },
  { name: '@bluebridge/clients', folder: 'tooling/clients', scripts: ['typecheck', 'test'] },
  {
    name: '@bluebridge/wordpress',
    folder: 'apps/wordpress',
    scripts: ['build', 'build:php', 'typecheck', 'vendor', 'lint:php', 'test:wordpress'],
  },
  {
    name: '@bluebridge/nextcloud',
    folder: 'apps/nextcloud',
    scripts: ['vendor', 'lint:php', 'test:nextcloud'],
  },
  { name: '@bluebridge/nextcloud-sites', folder: 'tooling/nextcloud-sites', scripts: ['test'] },
  { name: '@bluebridge/wordpress-sites', folder: 'tooling/wordpress-sites', scripts: ['test'] },
  { name: '@bluebridge/e2e', folder: 'tooling/e2e', scripts: ['typecheck', 'test'] },
];
const suites = listSuites(packages);
const names = suites.map(({ name }) => name);

describe('the suites', () => {
  it('are the checks of the repository, then what the packages have', () => {
    expect(names).toEqual([
      'format',
      'lint',
      'boundaries',
      'unused code',
      'licences',
      'generated files',
      'build',
      'typecheck',
      'php build',
      'php packages',
      'php lint',
      'core tests',
      'core-php tests',
      'clients tests',
      'nextcloud-sites tests',
      'wordpress-sites tests',
      'php tests',
      'wordpress plugin tests',
      'nextcloud app tests',
      'browser journeys',
    ]);
  });

  it('name exactly the tasks whose scripts exist', () => {
    expect(suites.find(({ name }) => name === 'typecheck')?.tasks.map(({ id }) => id)).toEqual([
      '@bluebridge/core#typecheck',
      '@bluebridge/core-php#typecheck',
      '@bluebridge/clients#typecheck',
      '@bluebridge/wordpress#typecheck',
      '@bluebridge/e2e#typecheck',
    ]);
  });

  it('say how to run one task alone', () => {
    expect(suites.find(({ name }) => name === 'core tests')?.tasks[0]?.rerun).toBe(
      'npm run pnpm -- --filter @bluebridge/core run test',
    );
  });

  it('leave the machine to the browser at the end', () => {
    const [first, last] = groupRuns(suites);
    expect(last?.map(({ name }) => name)).toEqual(['browser journeys']);
    expect(first).toHaveLength(suites.length - 1);
  });

  it('are one run when the browser is left out', () => {
    expect(groupRuns(suites.filter(({ name }) => name !== 'browser journeys'))).toHaveLength(1);
  });

  it('include every suite that a system package names', () => {
    const wanted = systemPackages.flatMap((entry) => entry.suites);
    expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('a suite without its system package', () => {
  const missing = systemPackages.filter(({ needs }) => needs.kind === 'chromium');
  const machine = { isRoot: false };
  const advice = 'apt-get install chromium';

  it('is left out with the reason and the command that helps', () => {
    expect(findLeftOut(suites, { machine, missing, advice })).toEqual([
      {
        name: 'browser journeys',
        reason: 'missing: Chromium.',
        remedy: 'apt-get install chromium, then npm test.',
      },
    ]);
  });

  it('names the variable CHROMIUM when that is what is wrong', () => {
    const [left] = findLeftOut(suites, {
      machine: { ...machine, misnamedChromium: '/nowhere' },
      missing,
      advice,
    });
    expect(left?.reason).toContain('the variable CHROMIUM');
  });

  it('is the only one left out', () => {
    expect(findLeftOut(suites, { machine, missing: [], advice: '' })).toEqual([]);
  });
});
