import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startDemoProcess } from './kit/demo-process.ts';

describe('stopping the demo with Ctrl-C', () => {
  it('ends well and leaves nothing behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bluebridge-e2e-'));
    const demo = await startDemoProcess(folder);
    const { simulator, tool } = await demo.parts();
    const addresses = [demo.url, simulator, tool];
    for (const address of addresses) expect((await fetch(address)).status).toBeLessThan(500);
    expect(await readdir(folder)).toHaveLength(1);

    expect(await demo.stop()).toBe(0);

    for (const address of addresses) await expect(fetch(address)).rejects.toThrow('fetch failed');
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
