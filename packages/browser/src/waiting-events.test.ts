import { describe, expect, it } from 'vitest';
import { readEvents } from './waiting-events.ts';

/** Reads a stream that arrives in these pieces. */
async function read(...pieces: readonly string[]) {
  const heard: unknown[] = [];
  const bytes = pieces.map((piece) => Buffer.from(piece, 'latin1'));
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of bytes) controller.enqueue(piece);
      controller.close();
    },
  });
  await readEvents(body, (event) => heard.push(event));
  return heard;
}

const utf8 = (text: string) => Buffer.from(text).toString('latin1');

describe('a stream of events', () => {
  it('is read event by event', async () => {
    expect(await read('event: a\ndata: 1\n\nevent: b\ndata: 2\n\n')).toEqual([
      { name: 'a', data: '1' },
      { name: 'b', data: '2' },
    ]);
  });

  it('may arrive in any pieces, even in the middle of a letter', async () => {
    const whole = utf8('event: a\r\ndata: {"name":"Jörg 課"}\r\n\r\n');
    for (let cut = 1; cut < whole.length; cut += 1) {
      const heard = await read(whole.slice(0, cut), whole.slice(cut));
      const events = heard.filter((event) => event !== undefined);
      expect(events).toEqual([{ name: 'a', data: '{"name":"Jörg 課"}' }]);
    }
  });

  it('shows with everything that it is alive', async () => {
    expect(await read(': still here\n\n', 'event: a\nda')).toEqual([undefined, undefined]);
  });

  it('may have data without a name, and of several lines', async () => {
    expect(await read('data: 1\ndata:2\nid: 5\n\n')).toEqual([{ name: 'message', data: '1\n2' }]);
  });

  it('rejects when the connection breaks', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.error(new Error('broken')),
    });
    await expect(readEvents(body, () => {})).rejects.toThrow('broken');
  });
});
