import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { compileCache } from './compile-cache.ts';

const script = fileURLToPath(new URL('storage-process.ts', import.meta.url));

interface Settings {
  readonly address: string;
  readonly now: number;
  readonly detail?: string;
  /** Kills the process (SIGKILL) as soon as it has said this many lines. */
  readonly killAfter?: number;
}

/** Runs a task in a process of its own until it ends or is killed, and answers what it said. */
export async function runProcess(
  task: 'open' | 'compete' | 'drain',
  { address, now, detail = '', killAfter = Infinity }: Settings,
): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    ['--conditions=@bluebridge/source', script, task, address, String(now), detail],
    { env: { ...process.env, ...compileCache }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const closed = once(child, 'close');
  const said: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    // A line is whole even when the next one was cut off, because it ended in a line feed.
    said.push(line);
    if (said.length === killAfter) child.kill('SIGKILL');
  }
  await closed;
  const ending = child.signalCode ?? child.exitCode;
  if (ending !== (killAfter === Infinity ? 0 : 'SIGKILL')) throw new Error(`it ended: ${ending}`);
  return said;
}
