import { probe, type Transport } from '@bluebridge/core';
import { expect, it } from 'vitest';
import { failed, success } from './scripted-server.ts';

const input = { endpointAsPasted: 'bbb.example.org', secret: 'a-secret' };

/** Probes a host by what it says to the n-th request. */
async function probing(answer: (asked: number) => string) {
  const urls: URL[] = [];
  const transport: Transport = {
    async send({ url }) {
      urls.push(new URL(url));
      const body = new TextEncoder().encode(answer(urls.length));
      return { status: 200, headers: {}, body };
    },
  };
  return { result: await probe(input, { transport, now: () => 1 }), urls };
}

it('a probe says that a server answers whatever the checksum is', async () => {
  const { result, urls } = await probing(() => success('<running>false</running>'));
  expect(result).toEqual({
    ok: false,
    failure: 'checksum_not_checked',
    nextStep: 'have_checksums_checked',
    callsMade: 2,
  });
  const [right, wrong] = urls.map(({ searchParams }) => searchParams.get('checksum') ?? '');
  expect(wrong).toHaveLength(right?.length ?? 0);
  expect(wrong).not.toBe(right);
});

it.each([
  ['refuses it', failed('checksumError')],
  ['has too much to do for an answer', failed('serverUnavailable')],
  ['answers with a page', '<html>'],
])('a probe goes on where the server %s', async (_what, answer) => {
  const running = success('<running>false</running>');
  const { result } = await probing((asked) => (asked === 2 ? answer : running));
  expect(result).toMatchObject({ ok: true, record: { hashAlgorithm: 'sha256' } });
});
