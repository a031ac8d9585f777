import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { closeGracefully } from './graceful-close.ts';

/** A server with one request under way, which the test may answer. */
async function busyServer() {
  const arrived = Promise.withResolvers<ServerResponse>();
  const server = createServer((_request, response) => arrived.resolve(response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = new Promise<string>((resolve) => {
    const asked = request({ port, host: '127.0.0.1' }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve(text));
    });
    asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? '')).end();
  });
  return { server, port, answer, response: await arrived.promise };
}

function knock(port: number): Promise<string> {
  return new Promise((resolve) => {
    request({ port, host: '127.0.0.1' }, () => resolve('answered'))
      .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''))
      .end();
  });
}

describe('closing', () => {
  it('takes nobody new, and finishes what is under way', async () => {
    const { server, port, answer, response } = await busyServer();
    const closed = closeGracefully(server, 60_000);
    expect(await knock(port)).toBe('ECONNREFUSED');
    response.end('finished');
    expect(await answer).toBe('finished');
    await closed;
  });

  it('cuts what never finishes', async () => {
    const { server, answer } = await busyServer();
    await closeGracefully(server, 20);
    expect(await answer).toBe('ECONNRESET');
  });
});
