import { createCleanup } from './cleanup.ts';
import { readConfig, StartError } from './config.ts';
import { startDemo } from './start-demo.ts';
import type { WordPressState } from './wordpress/wordpress-process.ts';

const cleanup = createCleanup();
let stopping = false;

/** Stops everything that runs and ends the process; further signals do not disturb it. */
async function stop(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  try {
    await cleanup.run();
  } finally {
    process.exit(exitCode);
  }
}

function wordpressWords(state: WordPressState): string {
  switch (state.kind) {
    case 'off':
      return 'No WordPress.';
    case 'preparing':
      return `WordPress: ${state.words} …`;
    case 'lacking':
      return `No WordPress: ${state.words} The start page says what can be done.`;
    case 'failed':
      return `WordPress could not be started: ${state.words}`;
    case 'ready':
      return 'WordPress is there too; the start page leads to it.';
  }
}

async function start(): Promise<void> {
  try {
    const url = await startDemo(readConfig(process.env), {
      onProgress: (step) => process.stdout.write(`Starting the ${step} …\n`),
      onWordPress: (state) => process.stdout.write(`${wordpressWords(state)}\n`),
      onUnexpectedStop: (sentence) => {
        process.stderr.write(`\n${sentence}\nBluebridge stops. Start it again with npm start.\n`);
        void stop(1);
      },
      cleanup,
    });
    process.stdout.write(`\nBluebridge is running: ${url}   (Ctrl-C stops everything)\n\n`);
  } catch (error) {
    if (stopping) return;
    const known = error instanceof StartError;
    const sentence = known ? error.message : `The demo could not be started: ${String(error)}`;
    process.stderr.write(`\n${sentence}\n`);
    await stop(known ? error.exitCode : 1);
  }
}

process.once('exit', () => cleanup.abandon());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) process.stdout.write('\nStopping Bluebridge …\n');
    void stop(0);
  });
}
await start();
