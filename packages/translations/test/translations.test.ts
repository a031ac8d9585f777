import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compilePo } from '../src/compile-po.ts';
import { languages, translator } from '../src/index.ts';
import { placeholdersOf } from '../src/translator.ts';

const catalogues = languages.map((language) =>
  compilePo(language, readFileSync(new URL(`../po/${language}.po`, import.meta.url))),
);
const english = catalogues[0]?.messages ?? {};

describe.each(catalogues)('the texts in $language', ({ language, messages }) => {
  it('are the same texts as in English', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it('keep the placeholders', () => {
    for (const [text, translation] of Object.entries(messages)) {
      for (const form of [translation].flat()) {
        expect(placeholdersOf(form), text).toEqual(placeholdersOf(text));
      }
    }
  });

  it('are what the translator answers', () => {
    const translate = translator(language);
    const [text, translation] = Object.entries(messages).find(([, t]) => !Array.isArray(t)) ?? [];
    expect(translate(String(text))).toBe(translation);
  });
});

describe('the English texts', () => {
  it('say what the message id says', () => {
    for (const [text, translation] of Object.entries(english)) {
      expect([translation].flat()[0]).toBe(text);
    }
  });
});
