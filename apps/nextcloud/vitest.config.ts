import vue from '@vitejs/plugin-vue';
import { mergeConfig } from 'vitest/config';
import { packageTests } from '../../tooling/presets/vitest.ts';

export default mergeConfig(
  packageTests('nextcloud', {
    environment: 'jsdom',
    // Their packages import stylesheets, which Node cannot.
    server: { deps: { inline: [/@nextcloud\//] } },
    setupFiles: ['test/globals.ts'],
  }),
  { plugins: [vue()], define: { appName: '"bluebridge"', appVersion: '"0.0.0"' } },
);
