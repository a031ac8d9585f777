#!/usr/bin/env -S node --conditions=@bluebridge/source
/** Binds the program to a process. */
import { setTimeout as wait } from 'node:timers/promises';
import { fetchTransport } from '@bluebridge/core';
import { run } from './run.ts';

const { stdin, stdout, stderr, env } = process;
const interrupt = new AbortController();

// A second Ctrl-C finds no listener and ends the process at once.
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());

// The reader of a pipe may leave early, as head does.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), {
  stdout,
  stderr,
  stdin,
  env,
  clock: {
    now: () => Date.now(),
    sleep: (ms, signal) => wait(ms, undefined, { signal }).catch(() => {}),
  },
  transport: fetchTransport(),
  isTTY: { stdin: stdin.isTTY, stdout: stdout.isTTY, stderr: stderr.isTTY },
  interrupt: interrupt.signal,
});
