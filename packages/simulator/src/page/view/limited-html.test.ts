import { describe, expect, it } from 'vitest';
import { readLimitedHtml, type Words } from './limited-html.ts';

describe('readLimitedHtml', () => {
  it.each<[string, Words[]]>([
    ['Hello & welcome', ['Hello & welcome']],
    ['a &lt;b&gt; &amp;amp; &#233;&#x1F600;&nope;', ['a <b> &amp; é😀&nope;']],
    ['<b>bold <i>both</i></b>', [{ tag: 'b', words: ['bold ', { tag: 'i', words: ['both'] }] }]],
    ['one<br/>two<BR>', ['one', { tag: 'br', words: [] }, 'two', { tag: 'br', words: [] }]],
    ['<ul><li>x</ul>y', [{ tag: 'ul', words: [{ tag: 'li', words: ['x'] }] }, 'y']],
    ['never </b> opened', ['never ', ' opened']],
    ['2 < 3 > 1', ['2 < 3 > 1']],
  ])('reads %s', (html, words) => {
    expect(readLimitedHtml(html)).toEqual(words);
  });

  it('follows links to pages, mailboxes and telephones', () => {
    expect(readLimitedHtml('<a href="https://school.example/?a=1&amp;b=2">Help</a>')).toEqual([
      { tag: 'a', href: 'https://school.example/?a=1&b=2', words: ['Help'] },
    ]);
    expect(readLimitedHtml("<a target=_top href='tel:+4930'>Call</a>")).toEqual([
      { tag: 'a', href: 'tel:+4930', words: ['Call'] },
    ]);
    expect(readLimitedHtml('<a href=mailto:a@school.example>Mail</a>')).toEqual([
      { tag: 'a', href: 'mailto:a@school.example', words: ['Mail'] },
    ]);
  });

  it.each([
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java&#115;cript:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="/relative">x</a>',
    '<a>x</a>',
  ])('makes a plain text of %s', (html) => {
    expect(readLimitedHtml(html)).toEqual([{ tag: 'span', words: ['x'] }]);
  });

  it.each([
    ['<script>alert(1)</script>', ['alert(1)']],
    ['<p onclick="x">text</p>', ['text']],
    ['<iframe src="https://a.example"></iframe>', []],
    ['<b onmouseover="a>b">x</b>', [{ tag: 'b', words: ['x'] }]],
    ['<b style="color:red" class="x">y', [{ tag: 'b', words: ['y'] }]],
  ])('leaves out what is not allowed in %s', (html, words) => {
    expect(readLimitedHtml(html)).toEqual(words);
  });

  it('loads no pictures, but says where they are', () => {
    expect(readLimitedHtml('<img src="https://cdn.example/x.png" width="5">')).toEqual([
      { tag: 'a', href: 'https://cdn.example/x.png', words: ['Picture on cdn.example'] },
    ]);
    expect(readLimitedHtml('<img src="data:image/png;base64,AA">')).toEqual([]);
  });

  it('stays shallow and quick however deep or broken the input is', () => {
    const depth = JSON.stringify(readLimitedHtml('<b>'.repeat(5_000))).match(/"words":\[\{/gu);
    expect(depth?.length).toBeLessThan(20);
    expect(readLimitedHtml('<a "'.repeat(5_000)).length).toBe(1);
  });
});
