import type { Readable } from 'node:stream';
import type { Transport } from '@bluebridge/core';

/** Where text for people or programs goes. */
export interface TextOutput {
  write(text: string): unknown;
}

interface TerminalClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Waits; resolves early when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Everything the commands know of the world around them; handed in, so that tests are the world. */
export interface Terminal {
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  readonly stdin: Readable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: TerminalClock;
  readonly transport: Transport;
  /** Which ends are a person’s terminal. */
  readonly isTTY: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  /** Aborts on Ctrl-C. */
  readonly interrupt: AbortSignal;
}
