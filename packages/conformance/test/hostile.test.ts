import { interpretResponse, isBbbError, streamItems } from '@bluebridge/core';
import { describe, expect, it } from 'vitest';
import { type HostileBody, hostileBody } from '../src/hostile-body.ts';
import { loadVectors } from '../src/load-vectors.ts';

interface Given extends HostileBody {
  readonly call: 'getMeetings' | 'getRecordings';
  readonly status: number;
}

/** What a reader made of a body, in the words of a vector. */
async function verdict(read: () => Promise<number>): Promise<object> {
  try {
    return { outcome: 'bounded', items: await read() };
  } catch (error) {
    if (!isBbbError(error)) throw error;
    const { code, reason, retryable, messageKey } = error;
    expect(error.message.length, 'a message never carries a body').toBeLessThan(200);
    return {
      outcome: 'error',
      code,
      retryable,
      ...(reason !== undefined && { reason }),
      ...(messageKey !== undefined && { messageKey }),
    };
  }
}

function readWhole({ call, status }: Given, body: Uint8Array): number {
  const reply = interpretResponse(call, { status, headers: {}, body });
  return ('meetings' in reply ? reply.meetings : reply.recordings).length;
}

async function streamed({ call, status }: Given, body: Uint8Array, size: number) {
  const items: unknown[] = [];
  const stream = streamItems(call, inParts(body, size), { status });
  for await (const item of stream) items.push(item);
  expect(stream.rest, 'a stream that ended well has a rest').toBeDefined();
  return items;
}

async function readStreamed(given: Given, body: Uint8Array, size: number): Promise<number> {
  return (await streamed(given, body, size)).length;
}

async function* inParts(body: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.byteLength; at += size) yield body.slice(at, at + size);
}

const vectors = loadVectors('hostile');

describe('hostile replies', () => {
  it('are at least 150', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(150);
  });

  it.each(vectors)('$id: $comment', async ({ given, expect: expected }) => {
    const body = hostileBody(given);
    expect(await verdict(async () => readWhole(given, body)), 'read whole').toEqual(expected);
    // Small bodies also byte by byte: a character, an entity and a tag may be cut anywhere.
    for (const size of body.byteLength < 5_000 ? [64 * 1024, 7, 1] : [64 * 1024, 1021]) {
      expect(await verdict(() => readStreamed(given, body, size)), `parts of ${size}`).toEqual(
        expected,
      );
    }
  });
});

describe('reply vectors of list calls, streamed', () => {
  const lists = loadVectors('reply').filter(
    ({ given }) => given.call === 'getMeetings' || given.call === 'getRecordings',
  );

  it.each(lists)('$id: $comment', async ({ given, expect: expected }) => {
    const { call, status, body, bodyBase64 } = given;
    const bytes = hostileBody({ body, bodyBase64 });
    if (expected.outcome === 'error') {
      const found = await verdict(() => readStreamed({ call, status }, bytes, 3));
      expect(found).toEqual(expected);
    } else {
      const { meetings, recordings = meetings } = expected.reply;
      expect(await streamed({ call, status }, bytes, 3)).toEqual(recordings);
    }
  });
});
