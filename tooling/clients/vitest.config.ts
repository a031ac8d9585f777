import { packageTests } from '../presets/vitest.ts';

export default packageTests('clients', {
  globalSetup: 'src/install.ts',
  // The first run waits for two registries.
  hookTimeout: 180_000,
});
