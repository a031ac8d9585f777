import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readAppTexts } from '../src/nextcloud/app-texts.ts';
import { appCatalogue, ownCatalogue, translated } from '../src/nextcloud/catalogues.ts';

const app = fileURLToPath(new URL('../../../apps/nextcloud', import.meta.url));
const texts = readAppTexts(app);

describe.each(translated)('the Nextcloud app in %s', (language) => {
  const { messages } = appCatalogue(language);

  it('has all its texts', () => {
    expect(texts.size).toBeGreaterThan(200);
    expect([...texts.keys()].filter((text) => !Object.hasOwn(messages, text))).toEqual([]);
  });

  it('has two forms for what depends on a number, and one for everything else', () => {
    for (const [text, plural] of texts) {
      expect([messages[text]].flat(), text).toHaveLength(plural === undefined ? 1 : 2);
    }
  });

  it('keeps the placeholders of PHP and of scripts', () => {
    for (const [text, translation] of Object.entries(ownCatalogue(language).messages)) {
      for (const form of [translation].flat()) expect(placesIn(form), text).toEqual(placesIn(text));
    }
  });

  it('has no texts of its own that nobody shows', () => {
    const own = Object.keys(ownCatalogue(language).messages);
    expect(own.filter((text) => !texts.has(text))).toEqual([]);
  });
});

/** Placeholders in the order of the alphabet: `%s`, `%1$s`, `%n`, `{name}`. */
function placesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/%(?:\d\$)?[dsn]|\{\w+\}/g), ([place]) => place).toSorted();
}
