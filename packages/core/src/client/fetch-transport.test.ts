import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { BbbError } from '../errors/index.ts';
import { fetchTransport } from './fetch-transport.ts';

const never = new AbortController().signal;

async function withServer<T>(
  listener: RequestListener,
  use: (origin: string) => Promise<T>,
): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function get(url: string, options = {}, signal = never) {
  return fetchTransport(options).send({ method: 'GET', url, headers: {} }, signal);
}

describe('the fetch transport', () => {
  it('sends the query byte for byte', async () => {
    const seen: (string | undefined)[] = [];
    await withServer(
      (request, response) => {
        seen.push(request.url);
        response.end('ok');
      },
      async (origin) => {
        const reply = await get(`${origin}/api/create?name=Fred%27s+Room+%28x%29%21*%7E`);
        expect(new TextDecoder().decode(reply.body)).toBe('ok');
      },
    );
    expect(seen).toEqual(['/api/create?name=Fred%27s+Room+%28x%29%21*%7E']);
  });

  it('hands a redirect back instead of following it', async () => {
    await withServer(
      (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      async (origin) => expect(await get(origin)).toMatchObject({ status: 302 }),
    );
  });

  it('stops reading a body over the cap', async () => {
    await withServer(
      (_request, response) => response.end('x'.repeat(5000)),
      async (origin) =>
        expect(get(origin, { maxBytes: 1000 })).rejects.toMatchObject({
          code: 'bad_reply',
          reason: 'too_large',
        }),
    );
  });

  it('calls an aborted request a timeout', async () => {
    const stop = new AbortController();
    await withServer(
      () => stop.abort(),
      async (origin) =>
        expect(get(origin, {}, stop.signal)).rejects.toMatchObject({ code: 'timeout' }),
    );
  });

  it('says that nobody answers, without the URL', async () => {
    const origin = await withServer(
      () => {},
      async (address) => address,
    );
    const error = await get(`${origin}/?checksum=abc`).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BbbError);
    expect(error).toMatchObject({ code: 'unreachable', retryable: true });
    expect((error as BbbError).message).toContain('ECONNREFUSED');
    expect(JSON.stringify(error) + String((error as BbbError).cause)).not.toContain('checksum');
  });
});
