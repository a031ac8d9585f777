import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { guardedFetch } from './guarded-fetch.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('getting a document of a platform', () => {
  it('works for JSON', async () => {
    const url = await serve((_request, response) => response.end('{"keys":[]}'));
    expect(await guardedFetch()(url)).toEqual({ keys: [] });
  });

  it('follows no redirect', async () => {
    let followed = false;
    const url = await serve((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/inside' }).end();
      else followed = true;
    });
    await expect(guardedFetch()(url)).rejects.toThrow('fetch failed');
    expect(followed).toBe(false);
  });

  it('stops at its limit of bytes, however they are sent', async () => {
    const url = await serve((_request, response) => {
      response.on('error', () => {});
      const chunk = 'x'.repeat(1024);
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    await expect(guardedFetch({ maxBytes: 10_000, timeoutMs: 5000 })(url)).rejects.toThrow(
      'more than 10000 bytes',
    );
  });

  it('stops when its time is over', async () => {
    const url = await serve((_request, response) => response.write('{'));
    await expect(guardedFetch({ maxBytes: 1000, timeoutMs: 20 })(url)).rejects.toThrow(/timeout/i);
  });

  it.each([
    ['an error status', 500, '{}', 'status 500'],
    ['an empty answer', 204, '', 'status 204'],
    ['a page', 200, '<html>', 'not valid JSON'],
  ])('fails for %s', async (_what, status, body, why) => {
    const url = await serve((_request, response) => response.writeHead(status).end(body));
    await expect(guardedFetch()(url)).rejects.toThrow(why);
  });
});
