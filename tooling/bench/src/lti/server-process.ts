import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { env } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { findPort } from '../../../wordpress-sites/src/index.ts';

/** What a server took from the machine so far, and what it holds. */
export interface Usage {
  readonly cpuMs: number;
  readonly rssMb: number;
}

/** A server in a process of its own. */
export interface ServerProcess {
  /** Without a slash at the end. */
  readonly url: string;
  cpuMs(): Promise<number>;
  /** Memory after a collection. */
  rssMb(): Promise<number>;
  stop(): Promise<void>;
}

const teller = join(import.meta.dirname, '../cells/usage-teller.ts');
const mostWaiting = 60_000;

/** Starts a script as people run it, with its port in the settings, and waits until it answers. */
export async function startServer(
  script: string,
  settingsFor: (url: string, port: number) => Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const port = await findPort();
  const url = `http://127.0.0.1:${port}`;
  const profile = env['BENCH_PROFILE'];
  const server = fork(script, {
    execArgv: [
      '--conditions=@bluebridge/source',
      '--expose-gc',
      ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
      `--import=${teller}`,
    ],
    env: { PATH: env['PATH'], NODE_ENV: 'production', ...settingsFor(url, port) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  // It writes its log as it would elsewhere; nobody reads it here.
  server.stdout?.resume();
  const ended = once(server, 'close');
  async function ask(question: 'cpu' | 'memory'): Promise<Usage> {
    server.send(question);
    const [usage] = (await once(server, 'message')) as [Usage];
    return usage;
  }
  await Promise.race([
    untilItAnswers(url),
    ended.then(() => {
      throw new Error(`${script} ended before it answered`);
    }),
  ]);
  return {
    url,
    cpuMs: async () => (await ask('cpu')).cpuMs,
    rssMb: async () => (await ask('memory')).rssMb,
    async stop() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

async function untilItAnswers(url: string): Promise<void> {
  const end = performance.now() + mostWaiting;
  while (performance.now() < end) {
    const status = await fetch(`${url}/livez`).then(
      (answer) => answer.status,
      () => 503,
    );
    if (status !== 503) return;
    await pause(50);
  }
  throw new Error(`nothing answers at ${url}`);
}
