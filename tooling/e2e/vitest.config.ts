import { packageTests } from '../presets/vitest.ts';

export default packageTests('e2e', {
  // A browser and three servers at once are enough for a small machine.
  fileParallelism: false,
  testTimeout: 180_000,
  hookTimeout: 60_000,
});
