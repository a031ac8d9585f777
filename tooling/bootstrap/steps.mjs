import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainFailure, lastLines } from './explain.mjs';
import { Failure } from './failure.mjs';
import { runCaptured } from './processes.mjs';

/**
 * @typedef {object} Step
 * @property {string} title what is done, such as `Installing packages`
 * @property {readonly [string, ...string[]]} command
 * @property {boolean} usesRegistry whether it fetches packages
 * @property {() => boolean} [proof] whether the work is really done when the command says so
 */

/**
 * Runs one step of the preparation: a line with its name and the seconds it took, on stderr so
 * that `npm run pnpm` keeps its stdout clean.
 * @param {Step} step
 * @param {import('./processes.mjs').Surroundings} surroundings
 * @throws {Failure} when the command fails: the recognised cause, or the end of its output
 */
export async function runStep({ title, command, usesRegistry, proof }, surroundings) {
  const [program, ...args] = command;
  const began = Date.now();
  process.stderr.write(`${title} … `);
  const { code, output } = await runCaptured(program, args, surroundings);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const done = code === 0 && (proof?.() ?? true);
  process.stderr.write(`${done ? 'done' : 'failed'} (${seconds} s)\n`);
  if (done) return;
  if (code > 128) throw new Failure(`${title} was interrupted.`, 'run the same command again.');
  const log = saveLog(output);
  const known = explainFailure(output, { usesRegistry });
  throw new Failure(
    known?.sentence ?? `${title} failed.`,
    known?.next ?? 'read the lines above; they come from the failed step.',
    [
      ...lastLines(output),
      `Tried: ${[program.split('/').pop(), ...args].join(' ')}`,
      ...(log === undefined ? [] : [`Whole output: ${log}`]),
    ],
  );
}

/**
 * @param {string} output
 * @returns {string | undefined} undefined when nothing can be written, as on a full disk
 */
function saveLog(output) {
  try {
    const path = join(mkdtempSync(join(tmpdir(), 'bluebridge-')), 'failed-step.log');
    writeFileSync(path, output);
    return path;
  } catch {
    return undefined;
  }
}
