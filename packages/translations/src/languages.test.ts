import { describe, expect, it } from 'vitest';
import { dir, languages, pickLanguage } from './languages.ts';

describe('the language for a locale', () => {
  it.each([
    ['de_DE', 'de'],
    ['de', 'de'],
    ['DE-at', 'de'],
    ['pt-BR', 'pt'],
    ['pt_br.UTF-8', 'pt'],
    ['es-419', 'es'],
    ['fr@euro', 'fr'],
    ['en_US', 'en'],
  ])('of %s is %s', (locale, language) => {
    expect(pickLanguage(locale)).toBe(language);
  });

  it.each([
    [undefined],
    [''],
    ['xx'],
    ['zh-Hant'],
    ['den'],
    ['../de'],
    ['__proto__'],
    [`de${'-x'.repeat(1000)}`],
  ])('falls back to English for %j', (locale) => {
    expect(pickLanguage(locale)).toBe('en');
  });

  it('comes with a writing direction', () => {
    expect(languages.map(dir)).toEqual(['ltr', 'ltr', 'ltr', 'ltr', 'ltr']);
  });
});
