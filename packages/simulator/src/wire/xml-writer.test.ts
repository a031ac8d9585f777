import { describe, expect, it } from 'vitest';
import { inTurns } from './in-turns.ts';
import { element, emptyElement, lazyElement, writeXml, xmlPieces } from './xml-writer.ts';

describe('writeXml', () => {
  it('writes one tag a line and escapes text, names and attributes', () => {
    const root = element('a', [
      element('b', `1 < 2 & "3" > '4' é\u0007`),
      emptyElement('c'),
      element('d', []),
      { ...element('e', 'x'), attributes: { f: '<' } },
      { ...element('g', '<&'), isCdata: true },
      element('a<b', true),
    ]);
    expect(writeXml(root).split('\n')).toEqual([
      '<a>',
      '<b>1 &lt; 2 &amp; &quot;3&quot; &gt; &apos;4&apos; é</b>',
      '<c/>',
      '<d>',
      '</d>',
      '<e f="&lt;">x</e>',
      '<g><![CDATA[<&]]></g>',
      '<a&lt;b>true</a&lt;b>',
      '</a>',
    ]);
  });

  it.each([0, 1, 997, 998, 999, 1_000, 1_998, 5_000])('writes a list of %d in pieces', (count) => {
    const numbers = Array.from({ length: count }, (_, index) => String(index));
    const list = lazyElement('list', () => numbers.map((number) => element('n', number)));
    const lines = ['<list>', ...numbers.map((number) => `<n>${number}</n>`), '</list>'];
    expect(writeXml(list)).toBe(lines.join('\n'));
  });
});

describe('inTurns', () => {
  it('keeps a short text in one piece', () => {
    expect(inTurns(xmlPieces(element('a', 'b')))).toBe('<a>b</a>');
  });

  it('lets others have their turn between the pieces of a long one', async () => {
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const items = Array.from({ length: 20_000 }, () => element('n', 'é'));
    const root = element('a', items);
    const written = await new Response(inTurns(xmlPieces(root))).text();
    isOver = true;
    expect(written).toBe(writeXml(root));
    expect(turns).toBeGreaterThan(10);
  });
});
