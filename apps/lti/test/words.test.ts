import { catalogueOf, languages } from '@bluebridge/translations';
import { describe, expect, it } from 'vitest';
import { usedTexts } from './kit/used-texts.ts';

const used = new Map(usedTexts().map(([one, many]) => [one, many]));

describe.each(languages)('the texts in %s', (language) => {
  const { messages } = catalogueOf(language);

  it('have every text the tool uses, with a plural where it counts', () => {
    const missing = [...used].filter(([one, many]) =>
      many === undefined ? typeof messages[one] !== 'string' : !Array.isArray(messages[one]),
    );
    expect(missing).toEqual([]);
  });

  it('have no text the tool does not use', () => {
    expect(Object.keys(messages).filter((text) => !used.has(text))).toEqual([]);
  });
});

describe('the sources', () => {
  it('use texts at all', () => expect(used.size).toBeGreaterThan(50));
});
