import { readFileSync } from 'node:fs';
import type { Catalogue } from '../catalogue.ts';
import { compilePo } from '../compile-po.ts';
import { type Language, languages } from '../languages.ts';

/** Languages that need a translation: the texts themselves are English. */
export const translated = languages.filter((language) => language !== 'en');

/**
 * Reads what a language has for the plugin: its own texts (`po/wordpress`), whose placeholders are
 * those of PHP, and those it shares with other adapters.
 */
export function pluginCatalogue(language: Language): Catalogue {
  const own = read(language, `../../po/wordpress/${language}.po`);
  const shared = read(language, `../../po/${language}.po`);
  return { ...own, messages: { ...shared.messages, ...own.messages } };
}

/** Reads only the plugin's own texts of a language. */
export function ownCatalogue(language: Language): Catalogue {
  return read(language, `../../po/wordpress/${language}.po`);
}

function read(language: Language, path: string): Catalogue {
  return compilePo(language, readFileSync(new URL(path, import.meta.url)));
}
