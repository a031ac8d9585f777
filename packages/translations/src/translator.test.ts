import { describe, expect, it } from 'vitest';
import { message, placeholdersOf, translator } from './translator.ts';

describe('a translator', () => {
  it('fills placeholders and leaves those without a value', () => {
    const t = translator('en');
    expect(t('Hello {name}, it is {time}', { name: 'Sam <b>' })).toBe(
      'Hello Sam <b>, it is {time}',
    );
  });

  it('does not fill placeholders inside a value', () => {
    expect(translator('en')('{a}', { a: '{b}', b: 'no' })).toBe('{b}');
  });

  it('keeps a text it does not know, even one named like an object member', () => {
    expect(translator('de')('constructor')).toBe('constructor');
  });

  it('chooses the form for a count and writes the number as the language does', () => {
    const t = translator('de');
    const say = (n: number) => t.plural('{count} unknown thing', '{count} unknown things', n);
    expect([1, 0, 2, 1234].map(say)).toEqual([
      '1 unknown thing',
      '0 unknown things',
      '2 unknown things',
      '1.234 unknown things',
    ]);
  });

  it('says zero in the singular in French', () => {
    const t = translator('fr');
    expect(t.plural('{count} unknown thing', '{count} unknown things', 0)).toBe('0 unknown thing');
  });
});

describe('a marked text', () => {
  it('is the text itself', () => expect(message('Close')).toBe('Close'));
});

describe('placeholders', () => {
  it('are listed once, in order', () => {
    expect(placeholdersOf('{b} {a} {b} {1}')).toEqual(['a', 'b']);
  });
});
