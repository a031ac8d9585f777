import { po } from 'gettext-parser';
import type { Catalogue } from './catalogue.ts';
import type { Language } from './languages.ts';
import { isPluralRule, type PluralRule } from './plural-rules.ts';

/**
 * Compiles one .po file. Throws, naming the language and the text, when its header lacks a plural
 * rule we know, or a text has no translation, a needless one, or is marked fuzzy.
 */
export function compilePo(language: Language, source: Buffer): Catalogue {
  const parsed = po.parse(source);
  const plural = pluralRuleFrom(language, parsed.headers['Plural-Forms'] ?? '');
  const messages: Record<string, string | [string, string]> = {};
  for (const [context, entries] of Object.entries(parsed.translations)) {
    if (context !== '') throw new Error(`${language}.po: contexts are not in use ("${context}")`);
    for (const entry of Object.values(entries)) {
      if (entry.msgid === '') continue;
      if (entry.comments?.flag?.includes('fuzzy')) {
        throw new Error(`${language}.po: "${entry.msgid}" is marked fuzzy`);
      }
      messages[entry.msgid] = formsOf(language, entry);
    }
  }
  return { language, plural, messages };
}

function formsOf(
  language: Language,
  entry: { msgid: string; msgid_plural?: string; msgstr: string[] },
): string | [string, string] {
  const [one = '', many = ''] = entry.msgstr;
  const wanted = entry.msgid_plural === undefined ? 1 : 2;
  if (entry.msgstr.length !== wanted || entry.msgstr.some((form) => form.trim() === '')) {
    throw new Error(`${language}.po: "${entry.msgid}" needs ${wanted} translation(s)`);
  }
  return wanted === 1 ? one : [one, many];
}

function pluralRuleFrom(language: Language, header: string): PluralRule {
  const rule = /^\s*nplurals\s*=\s*2\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*$/.exec(header)?.[1] ?? '';
  if (isPluralRule(rule)) return rule;
  throw new Error(`${language}.po: unknown Plural-Forms "${header}"`);
}
