import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { listenLoopback } from './listen-loopback.ts';

const open: { close(): unknown }[] = [];

async function occupiedPort(): Promise<number> {
  const server = createServer();
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return (server.address() as AddressInfo).port;
}

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

describe('listenLoopback', () => {
  it('refuses a wished port that is taken, with the next step', async () => {
    const number = await occupiedPort();
    await expect(listenLoopback({ number, exact: true })).rejects.toThrow(
      new RegExp(`Port ${number} is already in use\\. .* PORT=\\d+\\.`),
    );
  });

  it('takes the next free port when nobody asked for exactly this one', async () => {
    const number = await occupiedPort();
    const server = await listenLoopback({ number, exact: false });
    open.push(server);
    expect(Number(new URL(server.origin).port)).toBeGreaterThan(number);
  });

  it('asks to wait until it can serve, then serves, then is gone', async () => {
    const server = await listenLoopback({ number: 0, exact: true });
    open.push(server);
    const early = await fetch(server.origin);
    expect([early.status, await early.text()]).toEqual([
      503,
      'The demo is still starting. Please reload in a moment.\n',
    ]);
    server.serve((_request, response) => response.end('ready'));
    expect(await (await fetch(server.origin)).text()).toBe('ready');
    await server.close();
    await expect(fetch(server.origin)).rejects.toThrow('fetch failed');
  });
});
