import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, expectTypeOf, it } from 'vitest';
import {
  type CallName,
  type Client,
  createClient,
  fetchTransport,
  serverFrom,
} from '../src/index.ts';

const received: { method: string | undefined; type: string | undefined; body: Buffer }[] = [];

async function receive(request: IncomingMessage): Promise<void> {
  const body = await buffer(request);
  received.push({ method: request.method, type: request.headers['content-type'], body });
}

const http = createServer((request, response) => {
  void receive(request).then(() =>
    response.end('<response><returncode>SUCCESS</returncode></response>'),
  );
});

let client: Client;

beforeAll(async () => {
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}/bigbluebutton/`;
  client = createClient(serverFrom({ endpoint, secret: 'x' }), { transport: fetchTransport() });
});

afterAll(() => new Promise((resolve) => http.close(resolve)));

it('sends a body byte for byte, with its type', async () => {
  const content = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const params = { recordID: 'r-1', kind: 'captions', lang: 'en' } as const;
  await client.call('putRecordingTextTrack', params, { body: { filename: 'a.vtt', content } });
  const { method, type, body } = received.at(-1) ?? {};
  expect({ method, type }).toEqual({
    method: 'POST',
    type: 'multipart/form-data; boundary=bluebridge-0',
  });
  expect(body?.includes(Buffer.from(content))).toBe(true);
});

it('sends no body with a GET', async () => {
  await client.call('publishRecordings', { recordID: 'r-1', publish: true });
  expect(received.at(-1)).toMatchObject({ method: 'GET', type: undefined, body: Buffer.of() });
});

it('takes a body only for calls that have one', () => {
  type Options<N extends CallName> = NonNullable<Parameters<typeof client.call<N>>[2]>;
  expectTypeOf<{ body: { clientSettingsOverride: string } }>().toExtend<Options<'create'>>();
  expectTypeOf<{ body: { clientSettings: string } }>().not.toExtend<Options<'create'>>();
  expectTypeOf<{ body: object }>().not.toExtend<Options<'end'>>();
  expect(client).toHaveProperty('call');
});
