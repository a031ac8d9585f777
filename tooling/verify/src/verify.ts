import { findLeftOut } from './suites/left-out.ts';
import { groupRuns, listSuites, type Suite } from './suites/suites.ts';
import { readWorkspace } from './suites/workspace.ts';
import { collectSuite, readLog, removeStaleResults } from './results/collect.ts';
import { renderLeftOut, renderProblem, renderSuite, renderTotal } from './summary/render.ts';
import { isCiEnvironment, type SuiteResult, tallyRun } from './summary/tally.ts';
import { fingerprintProgram, type Machine } from './system-packages/machine.ts';
import { provideSystemPackages } from './system-packages/provide.ts';
import { isCacheable } from './turbo/git-index.ts';
import { runTurbo } from './turbo/run-turbo.ts';

/** What a whole verification needs from its surroundings. */
export interface Surroundings {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly write: (text: string) => void;
}

/**
 * Runs every check and suite of the repository, prints a summary that ends with the line
 * `N passed, N failed`, and answers with the exit code.
 */
export async function verify({ root, env, signal, write }: Surroundings): Promise<number> {
  const timer = startTimer();
  const provided = await provideSystemPackages(write);
  timer.lap('system packages');
  if (!isCacheable(root)) {
    write('Nothing can be reused from earlier runs: these files are not in a git index.\n');
  }
  const all = listSuites(readWorkspace(root));
  const leftOut = findLeftOut(all, provided);
  const suites = all.filter(({ name }) => !leftOut.some((left) => left.name === name));
  removeStaleResults(root, all);

  const results: SuiteResult[] = [];
  for (const group of groupRuns(suites)) {
    const run = await runTurbo(taskIds(group), {
      root,
      env: taskEnvironment(env, provided.machine),
      signal,
      onStart: (id) => write(`  … ${id}\n`),
    });
    if (signal.aborted) {
      write('Stopped before the end.\n');
      return 130;
    }
    for (const suite of group) {
      const result = collectSuite(root, suite, run.outcomes);
      results.push(result);
      write(renderSuite(result));
    }
    if (taskIds(group).some((id) => !run.outcomes.has(id))) write(`\n${run.messages}`);
    timer.lap(group.length === 1 ? (group[0]?.name ?? '') : 'checks and tests');
  }

  for (const problem of results.flatMap(({ problems }) => problems)) {
    write(renderProblem(problem, readLog(root, problem.outcome)));
  }
  write(renderLeftOut(leftOut));
  write(`\n${timer.report()}\n`);
  const isCi = isCiEnvironment(env);
  if (isCi && leftOut.length > 0) write('Under CI a suite that could not run is a failure.\n');
  const total = tallyRun(results, leftOut, isCi);
  write(renderTotal(total));
  return total.failed === 0 ? 0 : 1;
}

function taskIds(suites: readonly Suite[]): readonly string[] {
  return suites.flatMap(({ tasks }) => tasks.map(({ id }) => id));
}

/** Turbo's cache does not know these programs; the tasks that use them name these variables. */
function taskEnvironment(
  env: NodeJS.ProcessEnv,
  { php, postgres, mariadb, chromium }: Machine,
): NodeJS.ProcessEnv {
  return {
    ...env,
    BLUEBRIDGE_NODE: process.version,
    ...(php && { BLUEBRIDGE_PHP: php.version }),
    ...(postgres !== undefined && { BLUEBRIDGE_POSTGRES: fingerprintProgram(postgres) }),
    ...(mariadb !== undefined && { BLUEBRIDGE_MARIADB: fingerprintProgram(mariadb) }),
    ...(chromium !== undefined && {
      CHROMIUM: chromium,
      BLUEBRIDGE_CHROMIUM: fingerprintProgram(chromium),
    }),
  };
}

function startTimer() {
  const began = performance.now();
  let previous = began;
  const laps: string[] = [];
  return {
    lap(name: string) {
      laps.push(`${name} ${seconds(previous)}`);
      previous = performance.now();
    },
    report: () => `Time: ${seconds(began)} (${laps.join(', ')})`,
  };
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
