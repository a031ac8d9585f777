import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { BbbError, isBbbError } from '../errors/index.ts';
import type { CallTrace } from './call-trace.ts';
import { fetchTransport } from './fetch-transport.ts';
import { serverFrom } from './server.ts';
import { streamCall, type StreamOptions } from './stream-call.ts';
import type { Transport } from './transport.ts';

const head = '<response><returncode>SUCCESS</returncode><recordings>';
const item = '<recording><recordID>r1</recordID></recording>';
const tail = '</recordings><totalElements>2</totalElements></response>';
const secret = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';
const bbb = serverFrom({ endpoint: 'https://bbb.example.org/bigbluebutton/', secret });

function answering(...parts: readonly string[]): Transport {
  return {
    send: () => Promise.reject(new Error('streamed, not sent')),
    async openStream() {
      return { status: 200, headers: {}, body: chunks(parts) };
    },
  };
}

async function* chunks(parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield new TextEncoder().encode(part);
}

async function read(options: StreamOptions, endpoint = bbb) {
  const stream = streamCall(endpoint, options, 'getRecordings', {});
  const ids: string[] = [];
  try {
    for await (const { recordID } of stream) ids.push(recordID);
  } catch (error) {
    if (!isBbbError(error)) throw error;
    return { ids, error };
  }
  return { ids, rest: stream.rest };
}

/** Reads a stream from a real server, which gets the endpoint's requests. */
async function readFrom(listener: RequestListener, timeouts = { read: 5_000 }) {
  const web = createServer(listener);
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  try {
    const endpoint = `http://127.0.0.1:${(web.address() as AddressInfo).port}/bigbluebutton/`;
    return await read({ transport: fetchTransport(), timeouts }, serverFrom({ endpoint, secret }));
  } finally {
    web.closeAllConnections();
    await new Promise((resolve) => web.close(resolve));
  }
}

describe('a streamed call', () => {
  it('signs the request and gives the items and the rest', async () => {
    const urls: (string | undefined)[] = [];
    const found = await readFrom((request, response) => {
      urls.push(request.url);
      response.write(head + item);
      response.end(item + tail);
    });
    expect(found).toMatchObject({ ids: ['r1', 'r1'], rest: { totalElements: 2 } });
    expect(urls).toEqual([expect.stringMatching(/\/api\/getRecordings\?checksum=[0-9a-f]{64}$/)]);
  });

  it('reports the call once, without secrets', async () => {
    const traces: CallTrace[] = [];
    let clock = 0;
    const now = (): number => (clock += 5);
    await read({ transport: answering(head, item, tail), onCall: (t) => traces.push(t), now });
    const url = 'https://bbb.example.org/bigbluebutton/api/getRecordings?checksum=***';
    expect(traces).toEqual([
      { call: 'getRecordings', method: 'GET', url, status: 200, outcome: 'SUCCESS', durationMs: 5 },
    ]);
  });

  it('reports a stream that was left early, and ends the request', async () => {
    const traces: CallTrace[] = [];
    let closed = false;
    const transport: Transport = {
      ...answering(),
      async openStream() {
        async function* body() {
          try {
            yield* chunks([head + item, item, tail]);
          } finally {
            closed = true;
          }
        }
        return { status: 200, headers: {}, body: body() };
      },
    };
    const onCall = (trace: CallTrace): unknown => traces.push(trace);
    for await (const { recordID } of streamCall(bbb, { transport, onCall }, 'getRecordings', {})) {
      if (recordID === 'r1') break;
    }
    expect(closed).toBe(true);
    expect(traces).toMatchObject([{ outcome: 'left_early' }]);
  });

  it('refuses wrong parameters before any request', () => {
    const call = () => streamCall(bbb, { transport: answering() }, 'getRecordings', { limit: 0 });
    expect(call).toThrow(expect.objectContaining({ code: 'invalid_params' }));
  });

  it('calls a server that falls silent a timeout, after what it sent', async () => {
    const found = await readFrom((_request, response) => void response.write(head + item), {
      read: 100,
    });
    expect(found.ids).toEqual(['r1']);
    expect(found.error).toMatchObject({ code: 'timeout', call: 'getRecordings', retryable: true });
  });

  it('calls a connection that breaks unreachable, without the URL', async () => {
    const found = await readFrom((_request, response) => {
      response.write(head + item, () => response.destroy());
    });
    expect(found.error).toMatchObject({ code: 'unreachable', call: 'getRecordings' });
    expect(found.error?.message).not.toContain('checksum');
  });

  it('gives the code of a refusal, and keeps a redirect from being followed', async () => {
    const failed =
      '<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey></response>';
    const refusal = await readFrom((_request, response) => response.end(failed));
    expect(refusal.error).toMatchObject({ code: 'checksum_rejected', messageKey: 'checksumError' });
    const moved = await readFrom((_request, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    );
    expect(moved.error).toMatchObject({ code: 'bad_reply' });
  });

  it('reads the reply whole where the transport cannot stream', async () => {
    const body = new TextEncoder().encode(head + item + tail);
    const transport: Transport = { send: async () => ({ status: 200, headers: {}, body }) };
    expect((await read({ transport })).ids).toEqual(['r1']);
  });

  it('names the call when a transport throws something of its own', async () => {
    const transport: Transport = { send: () => Promise.reject(new Error('secret details')) };
    const { error } = await read({ transport });
    expect(error).toBeInstanceOf(BbbError);
    expect(error).toMatchObject({ code: 'unreachable', call: 'getRecordings' });
    expect(error?.message).not.toContain('secret details');
  });
});
