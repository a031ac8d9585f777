import { describe, expect, it } from 'vitest';
import { isBbbError } from '../errors/index.ts';
import { interpretResponse } from './interpret-response.ts';
import { maxEnvelopeBytes } from './parse-xml.ts';
import { streamItems } from './stream-reply.ts';

const item = '<recording><recordID>r1</recordID></recording>';
const bytes = (text: string): Buffer => Buffer.from(text);

/** A reply whose returncode ends at the given byte; two bytes of padding make one character. */
function replyWithReturncodeAt(end: number, start: string): Buffer {
  const before = bytes(`${start}<response><message>`);
  const after = bytes('</message><returncode>SUCCESS</returncode>');
  const padding = end - before.byteLength - after.byteLength;
  const text = 'é'.repeat(Math.floor(padding / 2)) + 'x'.repeat(padding % 2);
  const list = `<recordings>${item}</recordings></response><!--${' '.repeat(100)}-->`;
  return Buffer.concat([before, bytes(text), after, bytes(list)]);
}

function outcome(error: unknown): string {
  if (!isBbbError(error)) throw error;
  return error.reason ?? error.code;
}

function readWhole(body: Uint8Array): string {
  try {
    const response = { status: 200, headers: {}, body };
    return `items: ${interpretResponse('getRecordings', response).recordings.length}`;
  } catch (error) {
    return outcome(error);
  }
}

async function readStreamed(body: Uint8Array, size: number): Promise<string> {
  async function* parts(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < body.byteLength; at += size) yield body.subarray(at, at + size);
  }
  let items = 0;
  try {
    for await (const { recordID } of streamItems('getRecordings', parts(), { status: 200 })) {
      items += recordID === 'r1' ? 1 : 0;
    }
    return `items: ${items}`;
  } catch (error) {
    return outcome(error);
  }
}

describe('a long reply', () => {
  it.each(['', '\n\n', '\ufeff'])(
    'may say SUCCESS up to the last byte of the MiB (%j)',
    async (start) => {
      for (const [end, expected] of [
        [maxEnvelopeBytes, 'items: 1'],
        [maxEnvelopeBytes + 1, 'no_returncode'],
      ] as const) {
        const body = replyWithReturncodeAt(end, start);
        expect(readWhole(body), `whole, ${end}`).toBe(expected);
        for (const size of [body.byteLength, 65_536, 60_001]) {
          expect(await readStreamed(body, size), `parts of ${size}, ${end}`).toBe(expected);
        }
      }
    },
  );

  it('counts blanks before the document, too', async () => {
    const reply = `<response><returncode>SUCCESS</returncode><recordings>${item}</recordings></response>`;
    const body = bytes('\n'.repeat(maxEnvelopeBytes) + reply);
    expect(readWhole(body)).toBe('no_returncode');
    expect(await readStreamed(body, 65_536)).toBe('no_returncode');
  });

  it('may have more than a million references in either reader', async () => {
    const name = '&amp;'.repeat(1_000_001);
    const body = bytes(
      `<response><returncode>SUCCESS</returncode><recordings><recording><recordID>r1</recordID>` +
        `<name>${name}</name></recording></recordings></response>`,
    );
    expect(readWhole(body)).toBe('items: 1');
    expect(await readStreamed(body, 65_536)).toBe('items: 1');
  });

  it('may lack a returncode where the call has none', () => {
    const meetings = `<meeting><id>m1</id><name>${'x'.repeat(maxEnvelopeBytes)}</name></meeting>`;
    const body = bytes(`<response><meetings>${meetings}</meetings></response>`);
    expect(interpretResponse('getPastMeetings', { status: 200, headers: {}, body })).toMatchObject({
      returncode: 'SUCCESS',
    });
  });
});
