import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBbbError } from '../errors/index.ts';
import { interpretResponse } from './interpret-response.ts';
import { maxDepth } from './strict-parser.ts';
import { streamItems } from './stream-reply.ts';
import type { StreamedCall } from './stream-list.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Cuts a body at the given places, as a network might. */
async function* cutAt(body: Uint8Array, places: readonly number[]): AsyncGenerator<Uint8Array> {
  const cuts = [...new Set([0, ...places.map((place) => place % (body.length + 1)), body.length])];
  cuts.sort((a, b) => a - b);
  for (let index = 1; index < cuts.length; index++) yield body.slice(cuts[index - 1], cuts[index]);
}

async function streamed(name: StreamedCall, body: Uint8Array, cuts: readonly number[] = []) {
  const items: unknown[] = [];
  const stream = streamItems(name, cutAt(body, cuts), { status: 200 });
  try {
    for await (const item of stream) items.push(item);
    return { items, rest: stream.rest };
  } catch (error) {
    if (!isBbbError(error)) throw error;
    return { refused: error.code, items };
  }
}

function whole(name: StreamedCall, body: Uint8Array) {
  try {
    const reply: Record<string, unknown> = interpretResponse(name, {
      status: 200,
      headers: {},
      body,
    });
    const { meetings, recordings = meetings, ...rest } = reply;
    return { items: recordings, rest };
  } catch (error) {
    if (!isBbbError(error)) throw error;
    return { refused: error.code };
  }
}

const texts = fc.oneof(
  fc.constantFrom('', ' ', '0012', 'true', 'TRUE', '12', '-7', '1e5', '99999999999999999999'),
  fc.constantFrom(
    '&amp;',
    '&#39;',
    '&#x1F600;',
    'a&lt;b',
    '&amp;lt;',
    '<![CDATA[<i>&amp;]]>',
    'a<!--c-->b',
  ),
  fc.constantFrom(
    'Ümläute und 日本語 und 😀',
    'line\r\nbreak',
    'a longer text than thirteen',
    '<?pi x?>',
  ),
  fc.constantFrom('<a/>', '<b>x</b>y', '<![CDATA[]]>', ']]&gt;'),
);

const element = (name: string) => (inner: string) =>
  inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`;

const leaf = (name: fc.Arbitrary<string>) =>
  fc.tuple(name, texts).map(([tag, text]) => element(tag)(text));

const children = (parts: fc.Arbitrary<string>, most = 6) =>
  fc.array(parts, { maxLength: most }).map((list) => list.join(''));

const map = (name: string) =>
  children(
    leaf(fc.constantFrom('a', 'b', 'constructor', '__proto__', 'toString', 'bbb-origin')),
  ).map(element(name));

const image = fc
  .tuple(
    fc.constantFrom('', ' width="176"', ' alt="&lt;x&gt;" height="x"', ' alt="a\n\t&#10;b "'),
    texts,
  )
  .map(([attributes, text]) => `<image${attributes}>${text}</image>`);

const preview = children(fc.oneof(children(image).map(element('images')), texts), 1).map(
  element('preview'),
);

const format = children(
  fc.oneof(leaf(fc.constantFrom('type', 'url', 'length', 'odd')), preview),
  4,
).map(element('format'));

const recording = children(
  fc.oneof(
    leaf(fc.constantFrom('name', 'meetingID', 'published', 'startTime', 'participants', 'odd')),
    map('metadata'),
    leaf(fc.constantFrom('breakout')),
    fc.constant('<breakout sequence="1"/>'),
    fc.constant('<breakout><sequence>3</sequence></breakout>'),
    children(leaf(fc.constantFrom('breakoutRoom', 'odd'))).map(element('breakoutRooms')),
    children(format).map(element('playback')),
  ),
  5,
).map((inner) => `<recording><recordID>r-0012</recordID>${inner}</recording>`);

const meeting = children(
  fc.oneof(
    leaf(fc.constantFrom('meetingName', 'running', 'voiceBridge', 'recording', 'endTime')),
    map('metadata'),
    children(leaf(fc.constantFrom('breakout', 'odd'))).map(element('breakoutRooms')),
    children(children(leaf(fc.constantFrom('userID', 'fullName')), 2).map(element('attendee'))).map(
      element('attendees'),
    ),
  ),
  5,
).map((inner) => `<meeting><meetingID>m</meetingID><createTime>1</createTime>${inner}</meeting>`);

const replies = (list: string, item: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.constantFrom('', '\n\n', '\ufeff', '<?xml version="1.0" encoding="UTF-8"?>\n'),
      children(fc.oneof({ weight: 5, arbitrary: item }, { weight: 1, arbitrary: texts }), 8),
      children(leaf(fc.constantFrom('totalElements', 'messageKey', 'message', 'odd')), 2),
      // Whole documents of some length have a reader of their own.
      fc.constantFrom('', `<!--${' '.repeat(5000)}-->`),
    )
    .map(
      ([start, items, end, remark]) =>
        `${start}<response><returncode>SUCCESS</returncode>${element(list)(items)}${end}</response>${remark}`,
    );

const cuts = fc.array(fc.nat(), { maxLength: 12 });

describe('streaming a list reply', () => {
  it.each([
    ['getRecordings', replies('recordings', recording)],
    ['getMeetings', replies('meetings', meeting)],
  ] as const)('gives the items of the whole document for any %s reply', async (name, reply) => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(reply, cuts, async (text, places) => {
        const body = bytes(text);
        const expected = whole(name, body);
        const found = await streamed(name, body, places);
        if ('refused' in expected) expect(found.refused).toBe(expected.refused);
        else {
          accepted++;
          expect(found).toStrictEqual(expected);
        }
      }),
      { numRuns: 1500 },
    );
    expect(accepted).toBeGreaterThan(200);
  });

  it('says the same of a reply with any of its bytes changed, dropped or cut', async () => {
    const body = bytes(
      '<response><returncode>SUCCESS</returncode><recordings><recording><recordID>r1</recordID>' +
        '<name>Physik &amp; Ünruhe &#39;x&#39;</name><metadata><a><![CDATA[b]]></a></metadata>' +
        '</recording></recordings><totalElements>1</totalElements></response>',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(body.length - 1),
        fc.constantFrom('change', 'drop', 'cut', 'double'),
        fc.constantFrom(...bytes('<>/&;"\'![]-?ax \n\u0001'), 0x80, 0xc3, 0xff, 0xf0),
        cuts,
        async (at, how, byte, places) => {
          const rest = body.slice(at + 1);
          const middle = { change: [byte], drop: [], cut: [], double: [body[at]!, body[at]!] }[how];
          const broken = new Uint8Array([
            ...body.slice(0, at),
            ...middle,
            ...(how === 'cut' ? [] : rest),
          ]);
          const expected = whole('getRecordings', broken);
          const found = await streamed('getRecordings', broken, places);
          expect(found.refused).toBe('refused' in expected ? expected.refused : undefined);
          if (!('refused' in expected)) expect(found).toStrictEqual(expected);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('hands an item out before the rest of the body has come', async () => {
    const sent: string[] = [];
    async function* slow(): AsyncGenerator<Uint8Array> {
      sent.push('first');
      yield bytes(
        '<response><returncode>SUCCESS</returncode><recordings><recording><recordID>r1</recordID></recording>',
      );
      sent.push('second');
      yield bytes('</recordings><totalElements>7</totalElements></response>');
    }
    const stream = streamItems('getRecordings', slow(), { status: 200 });
    const items = stream[Symbol.asyncIterator]();
    expect((await items.next()).value).toMatchObject({ recordID: 'r1' });
    expect(sent).toEqual(['first']);
    expect(stream.rest).toBeUndefined();
    expect((await items.next()).done).toBe(true);
    expect(stream.rest).toMatchObject({ returncode: 'SUCCESS', totalElements: 7 });
  });

  it('refuses a cut reply after the items that were whole', async () => {
    const body = bytes(
      '<response><returncode>SUCCESS</returncode><recordings><recording><recordID>r1</recordID></recording><rec',
    );
    expect(await streamed('getRecordings', body)).toMatchObject({
      refused: 'bad_reply',
      items: [{ recordID: 'r1' }],
    });
  });

  it('holds items back until the returncode, which a failure may put last', async () => {
    const list = '<recordings><recording><recordID>r1</recordID></recording></recordings>';
    const body = (code: string) =>
      bytes(`<response>${list}<returncode>${code}</returncode></response>`);
    expect((await streamed('getRecordings', body('SUCCESS'))).items).toHaveLength(1);
    expect(await streamed('getRecordings', body('FAILED'))).toEqual({
      refused: 'server_refused',
      items: [],
    });
  });

  it('stops a body over the cap and closes its source', async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        yield bytes('<response><returncode>SUCCESS</returncode><recordings>');
        for (;;) yield bytes('<recording><recordID>r</recordID></recording>'.repeat(20));
      } finally {
        closed = true;
      }
    }
    const stream = streamItems('getRecordings', endless(), { status: 200, maxBytes: 10_000 });
    const reading = async (): Promise<void> => {
      for await (const { recordID } of stream) expect(recordID).toBe('r');
    };
    await expect(reading()).rejects.toMatchObject({ code: 'bad_reply', call: 'getRecordings' });
    expect(closed).toBe(true);
  });

  it('closes its source when the reader has seen enough', async () => {
    let closed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        yield bytes('<response><returncode>SUCCESS</returncode><meetings>');
        yield bytes('<meeting><meetingID>m</meetingID><createTime>1</createTime></meeting>');
      } finally {
        closed = true;
      }
    }
    for await (const { meetingID } of streamItems('getMeetings', source(), { status: 200 })) {
      if (meetingID === 'm') break;
    }
    expect(closed).toBe(true);
  });

  it('lets others run while it reads one large chunk', async () => {
    const item = '<recording><recordID>r</recordID></recording>';
    const body = bytes(
      `<response><returncode>SUCCESS</returncode><recordings>${item.repeat(5000)}</recordings></response>`,
    );
    let turns = 0;
    let counting = true;
    const count = (): void => {
      turns++;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    expect((await streamed('getRecordings', body)).items).toHaveLength(5000);
    counting = false;
    expect(turns).toBeGreaterThan(4);
  });

  it('refuses elements deeper than any reply has, at the same depth', async () => {
    for (const [depth, refused] of [
      [maxDepth - 2, undefined],
      [maxDepth - 1, 'bad_reply'],
    ] as const) {
      const deep = '<x>'.repeat(depth) + '</x>'.repeat(depth);
      const body = bytes(`<response><returncode>SUCCESS</returncode><y>${deep}</y></response>`);
      expect((await streamed('getMeetings', body)).refused, `${depth}`).toBe(refused);
      expect((whole('getMeetings', body) as { refused?: string }).refused).toBe(refused);
    }
  });
});
