import { defineConfig, type ViteUserConfig } from 'vitest/config';

/**
 * Builds a package's vitest configuration: its own tests, from workspace sources, with a report
 * that `npm test` adds up. Options are the package's own `test` settings.
 */
export function packageTests(
  name: string,
  options: NonNullable<ViteUserConfig['test']> = {},
): ViteUserConfig {
  return defineConfig({
    // Dependents run the sources of the workspace, so no test waits for a build. Node gets these
    // conditions too: with `import` among them, a package's `require` would find its ESM half.
    ssr: { resolve: { conditions: ['@bluebridge/source', 'module', 'node'] } },
    test: {
      name,
      environment: 'node',
      // Two busy cores are slower than one idle one; a hanging test still ends.
      testTimeout: 20_000,
      include: ['{src,test}/**/*.test.ts'],
      reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
      ...options,
    },
  });
}
