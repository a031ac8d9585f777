import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** A program that runs until it is stopped. */
export interface Child {
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** How a program is run, and when it is ready. */
export interface ChildOptions {
  readonly cwd?: string;
  /** Besides what this process has. */
  readonly env?: Readonly<Record<string, string>>;
  /** Makes it the first of a group of processes, which are stopped together. */
  readonly hasGroup?: true;
  readonly isReady: () => boolean | Promise<boolean>;
  /** Milliseconds that it may take to get ready. */
  readonly readyWithin: number;
  /** What is the matter where it does not get ready, as a sentence. */
  readonly failure: string;
}

/** Starts a program and waits until it is ready. Throws the failure, with the program's last words. */
export async function startChild(
  program: string,
  args: readonly string[],
  { cwd, env = {}, hasGroup, isReady, readyWithin, failure }: ChildOptions,
): Promise<Child> {
  const child = spawn(program, args, {
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, ...env },
    detached: hasGroup ?? false,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const listen = (words: string) => void (said = `${said}${words}`.slice(-4000));
  child.stdout.on('data', (chunk: Buffer) => listen(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => listen(chunk.toString()));
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      hasEnded = true;
      resolve();
    };
    child.once('exit', end);
    // It could not be started.
    child.once('error', ({ message }) => {
      listen(message);
      end();
    });
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const { pid } = child;
  if (pid === undefined) {
    await ended;
    throw new Error(`${failure} ${said}`);
  }
  const stop = async () => {
    if (hasEnded) return;
    process.kill(hasGroup ? -pid : pid, 'SIGTERM');
    await ended;
  };
  const deadline = performance.now() + readyWithin;
  while (!(await isReady())) {
    if (hasEnded || performance.now() > deadline) {
      await stop();
      // Its last words may still be on their way; what it started itself may keep the line open.
      await Promise.race([closed, pause(500)]);
      throw new Error(`${failure} It said:\n${said}`);
    }
    await Promise.race([pause(50), ended]);
  }
  return { pid, stop };
}
