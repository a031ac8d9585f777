import type { Catalogue } from '../catalogue.ts';
import type { Texts } from '../wordpress/texts.ts';

/** One language as Nextcloud reads it in PHP, and as it loads it in a browser. */
export interface Written {
  readonly json: string;
  readonly js: string;
}

/**
 * Writes translations as Nextcloud takes them. Texts that the language does not have are left out,
 * and stay English.
 */
export function writeLanguage({ plural, messages }: Catalogue, texts: Texts): Written {
  const known = [...texts].filter(([text]) => Object.hasOwn(messages, text));
  const translations = Object.fromEntries(
    known.map(([text, many]) => [keyOf(text, many), messages[text]]),
  );
  const pluralForm = `nplurals=2; plural=${plural};`;
  const table = JSON.stringify(translations, null, 1);
  return {
    json: `${JSON.stringify({ translations, pluralForm }, null, 1)}\n`,
    js: `OC.L10N.register('bluebridge', ${table}, ${JSON.stringify(pluralForm)});\n`,
  };
}

/** A text that depends on a number is known by both of its forms. */
function keyOf(text: string, plural: string | undefined): string {
  return plural === undefined ? text : `_${text}_::_${plural}_`;
}
