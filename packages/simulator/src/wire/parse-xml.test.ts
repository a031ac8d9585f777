import { describe, expect, it } from 'vitest';
import { parseXml } from './parse-xml.ts';

describe('parseXml', () => {
  it.each([
    '<a/>',
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1" c=\'2\'><d/>text &amp; &#233; &#xE9;</a>\n',
    '<a><![CDATA[{"x":"<&"}]]></a>',
    '<!-- hello --><a><!-- > --></a>',
    '<modules><module name="presentation"><document name="a.pdf">SGk=</document></module></modules>',
    '\uFEFF<a></a>',
  ])('reads %j', (source) => {
    expect(parseXml(source)).toBeDefined();
  });

  it.each([
    '',
    'text',
    '<a>',
    '</a>',
    '<a></b>',
    '<a><b></a></b>',
    '<a/><b/>',
    '<a/>text',
    '<a/><![CDATA[text]]>',
    '<a b=1/>',
    '<a b="<"/>',
    '<a b="1" b="2"/>',
    '<a>&nbsp;</a>',
    '<a>& </a>',
    '<a b="&"/>',
    '<a',
    '<a><!-- a -- b --></a>',
    '<a><![CDATA[x</a>',
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
  ])('refuses %j', (source) => {
    expect(parseXml(source)).toBeUndefined();
  });

  it('keeps names, attributes, text and order', () => {
    const source = `<a b="1 &lt; 2" c='&#x27;'>x<d>&#233;</d><![CDATA[<&]]><e/></a>`;
    const none = { attributes: new Map(), children: [] };
    expect(parseXml(source)).toEqual({
      name: 'a',
      attributes: new Map([
        ['b', '1 < 2'],
        ['c', "'"],
      ]),
      children: [
        { ...none, name: 'd', text: 'é' },
        { ...none, name: 'e', text: '' },
      ],
      text: 'x<&',
    });
  });

  it('reads a document of the largest size a body may have', () => {
    const slides = 'SGVsbG8h'.repeat(250_000);
    expect(parseXml(`<a>${slides}</a>`)?.text).toBe(slides);
    expect(parseXml(`<a><![CDATA[${slides}]]></a>`)?.text).toBe(slides);
  });
});
