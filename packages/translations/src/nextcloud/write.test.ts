import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue.ts';
import { textsInPhp, textsInScript } from './texts.ts';
import { writeLanguage } from './write.ts';

const catalogue: Catalogue = {
  language: 'fr',
  plural: '(n > 1)',
  messages: {
    Room: 'Salle',
    '%n person is in': ['%n personne présente', '%n personnes présentes'],
  },
};
const texts = new Map([
  ['Room', undefined],
  ['%n person is in', '%n people are in'],
  ['Not translated', undefined],
]);

describe('the translations of the Nextcloud app', () => {
  const written = writeLanguage(catalogue, texts);
  const translations = {
    Room: 'Salle',
    '_%n person is in_::_%n people are in_': ['%n personne présente', '%n personnes présentes'],
  };
  const pluralForm = 'nplurals=2; plural=(n > 1);';

  it('are written for PHP', () => {
    expect(JSON.parse(written.json)).toEqual({ translations, pluralForm });
  });

  it('are written for browsers, as a call that registers them', () => {
    const [, app, table, plural] = /^OC\.L10N\.register\('(\w+)', (.+), (".+")\);$/s.exec(
      written.js.trim(),
    ) ?? [undefined, '', '{}', '""'];
    expect(app).toBe('bluebridge');
    expect(JSON.parse(table ?? '')).toEqual(translations);
    expect(JSON.parse(plural ?? '')).toBe(pluralForm);
  });
});

describe('the texts of the Nextcloud app', () => {
  it('are found in PHP and its templates', () => {
    const source = `$this->l10n->t('It\\'s %s', [1]); p($l->n('%n day', '%n days', $days)); $x->other('no');`;
    expect([...textsInPhp(source)]).toEqual([
      ["It's %s", undefined],
      ['%n day', '%n days'],
    ]);
  });

  it('are found in scripts and components', () => {
    const source = `
      <p>{{ t('bluebridge', 'Hello {name}', { name }) }}</p>
      {{ n('bluebridge', '%n day',
        '%n days', days) }}
      t('core', 'Not ours'); import('bluebridge', 'no');`;
    expect([...textsInScript(source)]).toEqual([
      ['Hello {name}', undefined],
      ['%n day', '%n days'],
    ]);
  });
});
