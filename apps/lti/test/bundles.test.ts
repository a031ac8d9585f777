import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

describe('the scripts browsers get', () => {
  it('hold no file that signs, sends or knows a secret', async () => {
    const entryPoints = globSync('src/client/*.ts', { cwd: root });
    expect(entryPoints).toContain('src/client/room.ts');
    const { metafile } = await build({
      entryPoints,
      absWorkingDir: root,
      bundle: true,
      format: 'esm',
      conditions: ['@bluebridge/source'],
      write: false,
      outdir: 'dist/client',
      metafile: true,
    });
    const files = Object.keys(metafile.inputs);
    expect(files).toContain('../../packages/browser/src/waiting-loop.ts');
    const forbidden =
      /core\/src\/(?:signing|request|client)\/|node_modules|src\/(?:storage|launch)\//;
    expect(files.filter((file) => forbidden.test(file))).toEqual([]);
    const outside = files.filter(
      (file) => !/^(?:src\/client|\.\.\/\.\.\/packages\/browser)\//.test(file),
    );
    expect(outside).toEqual([]);
  });
});
