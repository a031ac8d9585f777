import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue.ts';
import { writeJson, writePhp } from './write.ts';

const catalogue: Catalogue = {
  language: 'fr',
  plural: '(n > 1)',
  messages: {
    Room: 'Salle',
    "It's open": "C'est ouvert",
    '%d person': ['%d personne', '%d personnes'],
  },
};
const texts = new Map([
  ["It's open", undefined],
  ['%d person', '%d people'],
  ['Not translated', undefined],
]);

describe('the translations of the WordPress plugin', () => {
  it('are written as PHP', () => {
    expect(writePhp(catalogue, texts, new Map([['block title', ['Room']]]))).toBe(
      String.raw`<?php
return [
'plural-forms' => 'nplurals=2; plural=(n > 1);',
'language' => 'fr',
'messages' => [
  'It\'s open' => 'C\'est ouvert',
  '%d person' => "%d personne\x00%d personnes",
  "block title\x04Room" => 'Salle',
],
];
`,
    );
  });

  it('are written as JSON for scripts', () => {
    const written = JSON.parse(writeJson(catalogue, texts)) as unknown;
    expect(written).toEqual({
      domain: 'messages',
      locale_data: {
        messages: {
          '': { domain: 'messages', lang: 'fr', 'plural-forms': 'nplurals=2; plural=(n > 1);' },
          "It's open": ["C'est ouvert"],
          '%d person': ['%d personne', '%d personnes'],
        },
      },
    });
  });
});
