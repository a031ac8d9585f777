import { PassThrough } from 'node:stream';
import { fetchTransport, type HttpRequest, type Transport } from '@bluebridge/core';
import { ManualClock, type Simulator, startSimulator } from '@bluebridge/simulator';
import { onTestFinished } from 'vitest';
import { run } from '../src/run.ts';
import type { Terminal } from '../src/terminal.ts';

export const secret = 'only-known-to-this-test';

/** Mon Nov 23 2026, 09:00 UTC. */
export const start = Date.UTC(2026, 10, 23, 9);

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The world of one run; whatever is not named is a pipe without input, environment or server. */
interface World {
  readonly env?: Record<string, string>;
  readonly stdin?: string;
  readonly isTTY?: Partial<Terminal['isTTY']>;
  readonly transport?: Transport;
  readonly sleep?: Terminal['clock']['sleep'];
  readonly now?: () => number;
  readonly interrupt?: AbortController;
  /** Hears standard output as it is written. */
  readonly onOutput?: (text: string) => void;
}

/** Runs the program as a shell would, in a world of its own. */
export async function bluebridge(argv: readonly string[], world: World = {}): Promise<Ended> {
  const texts = { stdout: '', stderr: '' };
  const stdin = new PassThrough();
  if (world.isTTY?.stdin === true) stdin.write(world.stdin ?? '');
  else stdin.end(world.stdin ?? '');
  const code = await run(argv, {
    stdout: {
      write(text) {
        texts.stdout += text;
        world.onOutput?.(text);
      },
    },
    stderr: { write: (text) => (texts.stderr += text) },
    stdin,
    env: world.env ?? {},
    clock: {
      now: world.now ?? (() => start),
      sleep: world.sleep ?? (() => Promise.reject(new Error('Nobody may sleep here.'))),
    },
    transport: world.transport ?? fetchTransport(),
    isTTY: { stdin: false, stdout: false, stderr: false, ...world.isTTY },
    interrupt: (world.interrupt ?? new AbortController()).signal,
  });
  return { code, ...texts };
}

/** A simulator of its own for one test, with the environment that points at it. */
export async function startForTest(): Promise<{
  readonly simulator: Simulator;
  readonly clock: ManualClock;
  readonly env: Record<string, string>;
}> {
  const clock = new ManualClock(start);
  const simulator = await startSimulator({ secret, clock });
  onTestFinished(() => simulator.close());
  return { simulator, clock, env: { BBB_ENDPOINT: simulator.endpoint, BBB_SECRET: secret } };
}

/** Answers every request alike and keeps what was sent. */
export function answering(
  body: string,
  status = 200,
): { readonly sent: HttpRequest[]; readonly transport: Transport } {
  const sent: HttpRequest[] = [];
  const transport: Transport = {
    async send(request) {
      sent.push(request);
      return { status, headers: {}, body: new TextEncoder().encode(body) };
    },
  };
  return { sent, transport };
}

/** An environment that points at no server at all. */
export const nowhere = {
  BBB_ENDPOINT: 'https://bbb.example.org/bigbluebutton/',
  BBB_SECRET: secret,
};
