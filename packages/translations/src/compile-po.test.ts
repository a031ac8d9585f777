import { describe, expect, it } from 'vitest';
import { compilePo } from './compile-po.ts';

const header = (rule: string) =>
  `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: ${rule}\\n"\n\n`;
const usual = header('nplurals=2; plural=(n != 1);');

function compile(text: string) {
  return compilePo('de', Buffer.from(text));
}

describe('compiling a .po file', () => {
  it('keeps singular and plural forms', () => {
    const { messages, plural } = compile(
      `${usual}msgid "Close"\nmsgstr "Schließen"\n\nmsgid "{count} person"\nmsgid_plural "{count} people"\nmsgstr[0] "{count} Person"\nmsgstr[1] "{count} Personen"\n`,
    );
    expect(plural).toBe('(n != 1)');
    expect(messages).toEqual({
      Close: 'Schließen',
      '{count} person': ['{count} Person', '{count} Personen'],
    });
  });

  it.each([
    ['a text without translation', `${usual}msgid "Close"\nmsgstr ""\n`, 'needs 1'],
    [
      'a plural with one form',
      `${usual}msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""\n`,
      'needs 2',
    ],
    ['a fuzzy text', `${usual}#, fuzzy\nmsgid "Close"\nmsgstr "Zu"\n`, 'fuzzy'],
    ['an unknown plural rule', header('nplurals=3; plural=(n%10);'), 'Plural-Forms'],
    ['a context', `${usual}msgctxt "door"\nmsgid "Close"\nmsgstr "Zu"\n`, 'contexts'],
  ])('refuses %s', (_what, text, reason) => {
    expect(() => compile(text)).toThrow(reason);
  });
});
