import { describe, expect, it } from 'vitest';
import { preferredLanguage } from './preferred-language.ts';

describe('the language of a page', () => {
  it.each([
    ['de', 'fr', 'de'],
    ['junk', 'fr', 'en'],
    [undefined, 'fr', 'fr'],
    [undefined, 'fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    [undefined, 'en;q=0.1, de;q=0.9', 'de'],
    [undefined, 'ja, pt-BR;q=0.5', 'pt'],
    [undefined, 'de;q=., fr;q=0.5', 'de'],
    [undefined, '*', 'en'],
    [undefined, ';;;,,,q=', 'en'],
    [undefined, undefined, 'en'],
  ])('asked for as %j by a browser that prefers %j is %s', (asked, accept, language) => {
    expect(preferredLanguage(asked, accept)).toBe(language);
  });
});
