import { fileURLToPath } from 'node:url';
import { alone } from '../../bootstrap/lock.mjs';
import { verify } from './verify.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => stop.abort());
}

try {
  // Two runs in one folder would delete each other's reports.
  process.exitCode = await alone(`${root}/tooling/verify`, () =>
    verify({
      root,
      env: process.env,
      signal: stop.signal,
      write: (text) => void process.stdout.write(text),
    }),
  );
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stdout.write(`\nThe verification itself could not go on: ${message}\n`);
  process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = 1;
}
