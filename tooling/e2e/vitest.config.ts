import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageTests } from '../presets/vitest.ts';

export default packageTests('e2e', {
  // Journeys wait more than they work; two with their servers and browsers fill a small machine.
  maxWorkers: 2,
  testTimeout: 180_000,
  hookTimeout: 60_000,
  // Servers are started again and again: Node keeps what it made of their sources, in its usual place.
  env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
});
