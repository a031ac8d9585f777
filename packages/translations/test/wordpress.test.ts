import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ownCatalogue, pluginCatalogue, translated } from '../src/wordpress/catalogues.ts';
import { allTexts, readPluginTexts } from '../src/wordpress/plugin-texts.ts';

const plugin = fileURLToPath(new URL('../../../apps/wordpress', import.meta.url));
const texts = allTexts(readPluginTexts(plugin, 'src/**/*.{ts,tsx}'));

describe.each(translated)('the WordPress plugin in %s', (language) => {
  const { messages } = pluginCatalogue(language);

  it('has all its texts', () => {
    expect(texts.size).toBeGreaterThan(100);
    expect([...texts.keys()].filter((text) => !Object.hasOwn(messages, text))).toEqual([]);
  });

  it('has two forms for what depends on a number, and one for everything else', () => {
    for (const [text, plural] of texts) {
      expect([messages[text]].flat(), text).toHaveLength(plural === undefined ? 1 : 2);
    }
  });

  it('keeps the placeholders of PHP', () => {
    for (const [text, translation] of Object.entries(ownCatalogue(language).messages)) {
      for (const form of [translation].flat()) expect(placesIn(form), text).toEqual(placesIn(text));
    }
  });

  it('has no texts of its own that nobody shows', () => {
    const own = Object.keys(ownCatalogue(language).messages);
    expect(own.filter((text) => !texts.has(text))).toEqual([]);
  });
});

/** Placeholders in the order of their values. */
function placesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/%(?:\d\$)?[ds]/g), ([place]) => place).toSorted();
}
