import { readFileSync } from 'node:fs';
import type { Language } from './languages.ts';
import type { PluralRule } from './plural-rules.ts';

/** One language as the build writes it: English text to translation, or to singular and plural. */
export interface Catalogue {
  readonly language: Language;
  readonly plural: PluralRule;
  readonly messages: Readonly<Record<string, string | readonly [string, string]>>;
}

const loaded = new Map<Language, Catalogue>();

/** Reads a language's built texts, once. Throws when the package has not been built. */
export function catalogueOf(language: Language): Catalogue {
  let catalogue = loaded.get(language);
  if (!catalogue) loaded.set(language, (catalogue = read(language)));
  return catalogue;
}

function read(language: Language): Catalogue {
  try {
    const file = new URL(`../dist/${language}.json`, import.meta.url);
    return JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
  } catch (cause) {
    throw new Error(`The texts for "${language}" are not built yet. Run "pnpm build" first.`, {
      cause,
    });
  }
}
