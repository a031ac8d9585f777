import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Started } from '../cleanup.ts';
import { ticketFor, type WordPressPerson } from './tickets.ts';

/** How far the WordPress of the demo is. */
export type WordPressState =
  | { readonly kind: 'off' }
  | { readonly kind: 'preparing'; readonly words: string }
  /** This computer cannot, and why. */
  | { readonly kind: 'lacking'; readonly words: string }
  | { readonly kind: 'failed'; readonly words: string }
  /** `otherUrl` is the same site under another name, where a browser keeps another person. */
  | { readonly kind: 'ready'; readonly url: string; readonly otherUrl: string };

export interface WordPressProcess extends Started {
  /** Where it is, or will be. */
  readonly origins: readonly string[];
  state(): WordPressState;
  /** Makes an address that lets somebody in, once; undefined while there is no WordPress. */
  entrance(person: WordPressPerson): string | undefined;
}

export interface WordPressOptions {
  /** Path of the program, run by this Node. */
  script: string;
  port: number;
  php: 'php' | 'wasm';
  /** Settings added to this process's environment; undefined removes a variable. */
  env: Record<string, string | undefined>;
  /** Called whenever the state changes. */
  onChange: (state: WordPressState) => void;
  /** Epoch milliseconds. */
  now: () => number;
}

const line = z.discriminatedUnion('event', [
  z.object({ event: z.literal('step'), words: z.string() }),
  z.object({ event: z.literal('lacking'), words: z.string() }),
  z.object({ event: z.literal('listening'), url: z.url(), otherUrl: z.url() }),
]);

const STOP_TIMEOUT_MS = 5000;

/** What there is when nobody wants a WordPress. */
export const noWordPress: WordPressProcess = {
  origins: [],
  state: () => ({ kind: 'off' }),
  entrance: () => undefined,
  stop: async () => {},
};

/**
 * Starts a WordPress with the plugin as a child process. It takes its time, and may fail, without
 * the rest of the demo minding; it ends by itself when this process does.
 */
export function startWordPress(options: WordPressOptions): WordPressProcess {
  const key = randomBytes(32).toString('hex');
  let state: WordPressState = { kind: 'preparing', words: 'Looking for PHP' };
  const become = (next: WordPressState): void => {
    state = next;
    options.onChange(next);
  };
  const child = spawn(
    process.execPath,
    ['--conditions=@bluebridge/source', options.script, String(options.port), options.php],
    {
      env: { ...process.env, ...options.env, DEMO_ENTRANCE_KEY: key },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let lastWords = '';
  let isStopping = false;
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = `${lastWords}${chunk.toString()}`.slice(-2000);
  });
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on('line', (text) => {
      const next = stateIn(text);
      if (next !== undefined) become(next);
    });
  }
  const fail = (words: string): void => {
    if (!isStopping && state.kind !== 'lacking') become({ kind: 'failed', words });
  };
  child.once('error', (error) => fail(error.message));
  child.once('close', () => fail(lastWords.trim() || 'It stopped without a word.'));

  return {
    origins: [`http://127.0.0.1:${options.port}`, `http://localhost:${options.port}`],
    state: () => state,
    entrance(person) {
      if (state.kind !== 'ready') return undefined;
      // Teachers and students at once in one browser: each at an address of their own.
      const home = person === 'subscriber' ? state.otherUrl : state.url;
      return `${home}/?demo_entrance=${ticketFor(person, key, options.now())}`;
    },
    async stop() {
      isStopping = true;
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      child.kill('SIGTERM');
      await gone;
      clearTimeout(impatience);
    },
  };
}

function stateIn(text: string): WordPressState | undefined {
  try {
    const said = line.parse(JSON.parse(text));
    if (said.event === 'step') return { kind: 'preparing', words: said.words };
    if (said.event === 'lacking') return { kind: 'lacking', words: said.words };
    return { kind: 'ready', url: said.url, otherUrl: said.otherUrl };
  } catch {
    return undefined;
  }
}
