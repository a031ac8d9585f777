import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Runs the demo's program to its end. */
async function run(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--conditions=@bluebridge/source', main], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { said: await text(child.stderr), code: await ended };
}

describe('the program', () => {
  it('ends with one sentence when the wished port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.address() as AddressInfo;
    const { code, said } = await run({ PORT: String(port) });
    server.close();
    expect(said).toMatch(
      new RegExp(`^\\nPort ${port} is already in use\\. Stop the program that uses it, .*\\n$`),
    );
    expect(code).toBe(1);
  });

  it('ends with one sentence when only half a server is configured', async () => {
    const { code, said } = await run({ BBB_SECRET: 'open-sesame' });
    expect(said).toMatch(/^\nBBB_SECRET is set but BBB_ENDPOINT is not\. .*\n$/);
    expect(said).not.toContain('open-sesame');
    expect(code).toBe(78);
  });
});
