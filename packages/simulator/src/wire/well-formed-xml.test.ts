import { describe, expect, it } from 'vitest';
import { isWellFormedXml } from './well-formed-xml.ts';

describe('isWellFormedXml', () => {
  it.each([
    '<a/>',
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1" c=\'2\'><d/>text &amp; &#233; &#xE9;</a>\n',
    '<a><![CDATA[{"x":"<&"}]]></a>',
    '<!-- hello --><a><!-- > --></a>',
    '<modules><module name="presentation"><document name="a.pdf">SGk=</document></module></modules>',
    '\uFEFF<a></a>',
  ])('accepts %j', (text) => {
    expect(isWellFormedXml(text)).toBe(true);
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
    '<a b=1/>',
    '<a b="<"/>',
    '<a>&nbsp;</a>',
    '<a>& </a>',
    '<a b="&"/>',
    '<a',
    '<a><![CDATA[x</a>',
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
  ])('refuses %j', (text) => {
    expect(isWellFormedXml(text)).toBe(false);
  });
});
