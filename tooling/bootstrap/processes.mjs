import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const forwarded = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * @typedef {{ cwd: string, env: NodeJS.ProcessEnv }} Surroundings
 * @typedef {{ code: number, output: string }} Finished
 */

/**
 * Runs a command with this terminal and answers with its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Surroundings} surroundings
 * @returns {Promise<number>}
 */
export async function runAttached(command, args, surroundings) {
  const { code } = await run(command, args, { ...surroundings, stdio: 'inherit' });
  return code;
}

/**
 * Runs a command without showing it and answers with its exit code and everything it wrote.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Surroundings} surroundings
 * @returns {Promise<Finished>}
 */
export function runCaptured(command, args, surroundings) {
  return run(command, args, { ...surroundings, stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * Signals are passed on, so that stopping npm stops what it started. A child ended by a signal
 * counts as 128 plus its number, as in a shell; one that cannot start as 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<Finished>}
 */
function run(command, args, options) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, options);
    const pass = forwarded.map((signal) => {
      const listener = () => void child.kill(signal);
      process.on(signal, listener);
      return { signal, listener };
    });
    const finish = (/** @type {number} */ code) => {
      for (const { signal, listener } of pass) process.off(signal, listener);
      resolve({ code, output });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (text) => (output += text));
    }
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code, signal) =>
      finish(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    );
  });
}
