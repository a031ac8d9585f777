import { readFileSync } from 'node:fs';
import type { Catalogue } from '../catalogue.ts';
import { compilePo } from '../compile-po.ts';
import type { Language } from '../languages.ts';

/** Languages with a translation, and what Nextcloud calls them: formal German is one of its own. */
export const localesOf: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  de: ['de', 'de_DE'],
  es: ['es'],
  fr: ['fr'],
  pt: ['pt_BR', 'pt_PT'],
};

export const translated = Object.keys(localesOf) as (keyof typeof localesOf)[];

/** Reads what a language has for the app: its own texts, and those it shares with other adapters. */
export function appCatalogue(language: Language): Catalogue {
  const own = ownCatalogue(language);
  const shared = read(language, `../../po/${language}.po`);
  return { ...own, messages: { ...shared.messages, ...own.messages } };
}

/** Reads only the app's own texts of a language. */
export function ownCatalogue(language: Language): Catalogue {
  return read(language, `../../po/nextcloud/${language}.po`);
}

function read(language: Language, path: string): Catalogue {
  return compilePo(language, readFileSync(new URL(path, import.meta.url)));
}
