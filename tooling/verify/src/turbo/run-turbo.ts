import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readEvent } from './read-event.ts';
import { readRunSummary, type TaskOutcome } from './run-summary.ts';

/** What turbo did: the outcome of each task by its id, and what went wrong around them. */
export interface TurboRun {
  readonly outcomes: ReadonlyMap<string, TaskOutcome>;
  /** Turbo's own messages; only of interest when tasks are missing from the outcomes. */
  readonly messages: string;
}

/** What a run of turbo needs. */
export interface TurboOptions {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  /** Stops turbo and everything it started. */
  readonly signal: AbortSignal;
  /** Called when a task starts that has no cached result. */
  readonly onStart: (taskId: string) => void;
}

/**
 * Runs tasks and everything they depend on, each from the cache when nothing it reads has changed.
 * A failing task stops no other.
 */
export async function runTurbo(
  taskIds: readonly string[],
  { root, env, signal, onStart }: TurboOptions,
): Promise<TurboRun> {
  const options = ['--continue=always', '--json', '--summarize', '--no-update-notifier'];
  const concurrency = `--concurrency=${Math.max(2, availableParallelism())}`;
  const args = ['run', ...taskIds, ...options, concurrency];
  const child = spawn(join(root, 'node_modules/.bin/turbo'), args, {
    cwd: root,
    env,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const messages: string[] = [];
  let summaryPath: string | undefined;
  child.stderr.on('data', (chunk: Buffer) => messages.push(chunk.toString()));
  createInterface({ input: child.stdout }).on('line', (line) => {
    const event = readEvent(line);
    if (event.kind === 'started') onStart(event.taskId);
    if (event.kind === 'summary') summaryPath = event.path;
    if (event.kind === 'message') messages.push(`${event.text}\n`);
  });
  await new Promise<void>((resolve) => {
    child.on('error', (error) => {
      messages.push(error.message);
      if (child.pid === undefined) resolve();
    });
    child.on('close', () => resolve());
  });
  return { outcomes: takeSummary(summaryPath), messages: messages.join('') };
}

function takeSummary(path: string | undefined): ReadonlyMap<string, TaskOutcome> {
  if (path === undefined) return new Map();
  const outcomes = readRunSummary(readFileSync(path, 'utf8'));
  rmSync(path);
  return outcomes;
}
