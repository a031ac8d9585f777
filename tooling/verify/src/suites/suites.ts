import type { WorkspacePackage } from './workspace.ts';

/** One line of the summary: tasks of turbo, and how their outcome is counted. */
export interface Suite {
  readonly name: string;
  /** `exit_code` counts each task as one; the others count the tests that the task reports. */
  readonly counts: 'exit_code' | 'vitest_report' | 'junit_report';
  readonly tasks: readonly Task[];
}

/** One script of one package, run by turbo. */
export interface Task {
  /** Turbo's name for it, such as `@bluebridge/core#test` or `//#lint`. */
  readonly id: string;
  /** The package's folder relative to the repository; empty for the root. */
  readonly folder: string;
  /** The command that runs only this. */
  readonly rerun: string;
}

const browserTests = '@bluebridge/e2e';
const browserSuite = 'browser journeys';

/** Checks of the whole repository: scripts of the root package.json, in the order of the summary. */
const repositoryChecks = [
  ['format', 'format:check'],
  ['lint', 'lint'],
  ['boundaries', 'boundaries'],
  ['unused code', 'unused'],
  ['licences', 'licences'],
  ['generated files', 'generated'],
] as const;

/** Checks of single packages: scripts that each package has or lacks. */
const packageChecks = [
  ['build', 'build'],
  ['typecheck', 'typecheck'],
  ['php build', 'build:php'],
  ['php packages', 'vendor'],
  ['php lint', 'lint:php'],
] as const;

/** Lists every suite of the repository, in the order of the summary. */
export function listSuites(packages: readonly WorkspacePackage[]): readonly Suite[] {
  const having = (script: string) => packages.filter(({ scripts }) => scripts.includes(script));
  const checks = repositoryChecks.map(([name, script]): Suite => {
    const task = { id: `//#${script}`, folder: '', rerun: `npm run pnpm -- run ${script}` };
    return { name, counts: 'exit_code', tasks: [task] };
  });
  const perTask = packageChecks.map(([name, script]): Suite => ({
    name,
    counts: 'exit_code',
    tasks: having(script).map((member) => taskOf(member, script)),
  }));
  const tests = having('test')
    .filter(({ name }) => name !== browserTests)
    .map((member): Suite => ({
      name: `${member.folder.split('/').at(-1)} tests`,
      counts: 'vitest_report',
      tasks: [taskOf(member, 'test')],
    }));
  const php: Suite = {
    name: 'php tests',
    counts: 'junit_report',
    tasks: having('test:php').map((member) => taskOf(member, 'test:php')),
  };
  const wordpress: Suite = {
    name: 'wordpress plugin tests',
    counts: 'junit_report',
    tasks: having('test:wordpress').map((member) => taskOf(member, 'test:wordpress')),
  };
  const nextcloud: Suite = {
    name: 'nextcloud app tests',
    counts: 'junit_report',
    tasks: having('test:nextcloud').map((member) => taskOf(member, 'test:nextcloud')),
  };
  const browser = having('test')
    .filter(({ name }) => name === browserTests)
    .map((member): Suite => ({
      name: browserSuite,
      counts: 'vitest_report',
      tasks: [taskOf(member, 'test')],
    }));
  return [...checks, ...perTask, ...tests, php, wordpress, nextcloud, ...browser].filter(
    ({ tasks }) => tasks.length > 0,
  );
}

/**
 * Splits the suites into what turbo runs together. The browser gets the machine to itself: beside
 * a dozen compilers its waiting times mean nothing.
 */
export function groupRuns(suites: readonly Suite[]): readonly (readonly Suite[])[] {
  const last = suites.filter(({ name }) => name === browserSuite);
  const first = suites.filter(({ name }) => name !== browserSuite);
  return [first, last].filter((group) => group.length > 0);
}

function taskOf({ name, folder }: WorkspacePackage, script: string): Task {
  return {
    id: `${name}#${script}`,
    folder,
    rerun: `npm run pnpm -- --filter ${name} run ${script}`,
  };
}
