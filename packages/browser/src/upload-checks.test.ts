import { describe, expect, it } from 'vitest';
import { checkDocument, documentExtensions, refusalBeforeReading } from './upload-checks.ts';

const most = 1000;
/** Bytes of a text whose characters are one byte each. */
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const check = (name: string, content: string) => checkDocument(name, bytes(content), most);
const zip = (content: string) => `PK\u{3}\u{4}${'.'.repeat(26)}${content}`;
const word = zip('[Content_Types].xml … word/document.xml');
const openText = zip('mimetypeapplication/vnd.oasis.opendocument.text');
const old = '\u{D0}\u{CF}\u{11}\u{E0}\u{A1}\u{B1}\u{1A}\u{E1} and more';

describe('a document', () => {
  it.each([
    ['slides.pdf', '%PDF-1.7 …', 'application/pdf'],
    ['SLIDES.PDF', '%PDF-1.4', 'application/pdf'],
    ['Über uns – 1. Teil.pdf', '%PDF-1.4', 'application/pdf'],
    ['a.docx', word, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.odt', openText, 'application/vnd.oasis.opendocument.text'],
    ['a.ppt', old, 'application/vnd.ms-powerpoint'],
    ['a.rtf', '{\\rtf1 text}', 'application/rtf'],
    ['a.txt', 'Plain text\r\n\t<b> is fine here', 'text/plain'],
    ['a.jpg', '\u{FF}\u{D8}\u{FF}\u{E0}', 'image/jpeg'],
    ['a.png', '\u{89}PNG\r\n\u{1A}\n', 'image/png'],
  ])('called %s with the right bytes is taken', (name, content, type) => {
    expect(check(name, content)).toEqual({ type });
  });

  it.each([
    ['a page', 'a.html', '<html>', 'kind'],
    ['a drawing', 'a.svg', '<svg onload="x"/>', 'kind'],
    ['a program', 'a.exe', 'MZ', 'kind'],
    ['an archive', 'a.zip', word, 'kind'],
    ['a name without extension', 'pdf', '%PDF-1.7', 'kind'],
    ['a name of an extension only', '.pdf', '%PDF-1.7', 'name'],
    ['a name that climbs', '../../etc/a.pdf', '%PDF-1.7', 'name'],
    ['a name that climbs on Windows', '..\\a.pdf', '%PDF-1.7', 'name'],
    ['a drive', 'C:a.pdf', '%PDF-1.7', 'name'],
    ['a null character', 'a.exe\u{0}.pdf', '%PDF-1.7', 'name'],
    ['a line break', 'a\r\nX: y.pdf', '%PDF-1.7', 'name'],
    ['a name read from right to left', 'a\u{202E}fdp.exe.pdf', '%PDF-1.7', 'name'],
    ['a long name', `${'a'.repeat(252)}.pdf`, '%PDF-1.7', 'name'],
    ['a property of every object', 'a.constructor', '%PDF-1.7', 'kind'],
    ['nothing in it', 'a.pdf', '', 'empty'],
    ['too much in it', 'a.pdf', `%PDF-${'x'.repeat(996)}`, 'too_large'],
    ['a page called a PDF', 'a.pdf', '<html>', 'content'],
    ['a PDF after something else', 'a.pdf', 'MZ%PDF-1.7', 'content'],
    ['a program called a document', 'a.doc', 'MZ', 'content'],
    ['an archive of anything', 'a.docx', zip('bomb.bin'), 'content'],
    ['a table called a text', 'a.xlsx', word, 'content'],
    ['slides called a text', 'a.odp', openText, 'content'],
    ['a page called a text', 'a.txt', ' \n<!doctype html>', 'content'],
    ['a drawing called a text', 'a.txt', '<svg/>', 'content'],
    ['bytes called a text', 'a.txt', 'a\u{0}b', 'content'],
    ['a picture cut short', 'a.png', '\u{89}PN', 'content'],
  ])('that is %s is refused', (_what, name, content, refusal) => {
    expect(check(name, content)).toEqual({ refusal });
  });

  it('is refused before it is read where that can be told', () => {
    expect(refusalBeforeReading('a.pdf', most + 1, most)).toBe('too_large');
    expect(refusalBeforeReading('a.pdf', most, most)).toBeUndefined();
  });

  it('is found out in a large archive, too, in no time', () => {
    const large = new Uint8Array(20_000_000).fill('[w'.charCodeAt(0));
    large.set(bytes(zip('')), 0);
    expect(checkDocument('a.docx', large, large.length)).toEqual({ refusal: 'content' });
    large.set(bytes('[Content_Types].xml word/'), large.length - 100);
    expect(checkDocument('a.docx', large, large.length)).toHaveProperty('type');
  });

  it('of every kind has words for it in the list', () => {
    expect(documentExtensions).toEqual(expect.arrayContaining(['pdf', 'pptx', 'odp', 'png']));
    expect(documentExtensions).not.toContain('svg');
  });
});
