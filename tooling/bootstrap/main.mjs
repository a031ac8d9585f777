import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './dependencies.mjs';
import { toolEnvironment } from './environment.mjs';
import { explainFailure } from './explain.mjs';
import { Failure } from './failure.mjs';
import { runAttached } from './processes.mjs';
import { runStep } from './steps.mjs';
import { provideTools } from './tools.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const fromSources = '--conditions=@bluebridge/source';

/**
 * Prepares the machine and runs one command; the exit code is the command's own.
 * @param {readonly string[]} args `start`, `verify` or `pnpm`, and the command's arguments
 */
export async function main([command, ...rest]) {
  try {
    process.exitCode = await run(command, rest);
  } catch (error) {
    process.stderr.write(describe(error));
    process.exitCode = 1;
  }
}

/**
 * @param {string | undefined} command
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
async function run(command, args) {
  if (command !== 'start' && command !== 'verify' && command !== 'pnpm') {
    throw new Failure(
      `There is no command "${command ?? ''}".`,
      'use npm start, npm test, or npm run pnpm -- <arguments>.',
    );
  }
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const env = toolEnvironment(process.env, await provideTools(root, engines));
  if (command === 'pnpm') return runAttached('pnpm', args, { cwd: process.cwd(), env });

  const surroundings = { cwd: root, env };
  await installDependencies(root, env);
  if (command === 'verify') {
    const program = join(root, 'tooling/verify/src/main.ts');
    return runAttached('node', [fromSources, program, ...args], surroundings);
  }
  await buildPages(surroundings);
  const program = join(root, 'apps/demo/src/main.ts');
  return runAttached('node', [fromSources, program, ...args], surroundings);
}

/**
 * Builds what browsers load; everything else runs from its sources.
 * @param {import('./processes.mjs').Surroundings} surroundings
 */
async function buildPages(surroundings) {
  const filters = ['--filter=@bluebridge/demo...', '--filter=@bluebridge/lti...'];
  const quiet = ['--output-logs=errors-only', '--no-update-notifier'];
  const turbo = join(root, 'node_modules/.bin/turbo');
  await runStep(
    {
      title: 'Building pages',
      command: [turbo, 'run', 'build', ...filters, ...quiet],
      usesRegistry: false,
    },
    surroundings,
  );
}

/** @param {unknown} error */
function describe(error) {
  if (error instanceof Failure) {
    const details = error.details.map((line) => `  ${line}\n`).join('');
    return `\n${details}${details && '\n'}${error.message}\nNext: ${error.next}\n`;
  }
  const message = error instanceof Error ? error.message : String(error);
  const known = explainFailure(message, { usesRegistry: false });
  return known === undefined
    ? `\nThe preparation stopped: ${message}\nNext: run the same command again; if it stays, report this line.\n`
    : `\n${known.sentence} (${message})\nNext: ${known.next}\n`;
}
