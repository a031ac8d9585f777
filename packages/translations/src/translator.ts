import { catalogueOf } from './catalogue.ts';
import type { Language } from './languages.ts';
import { pluralRules } from './plural-rules.ts';

/** Values for the `{name}` placeholders of a text. */
export type Values = Readonly<Record<string, string | number>>;

export interface Translate {
  /** Translates an English text and fills its placeholders. An unknown text stays English. */
  (text: string, values?: Values): string;
  /** Translates the form that fits `count`, which also fills the placeholder `{count}`. */
  plural(one: string, many: string, count: number, values?: Values): string;
  readonly language: Language;
}

/** Creates the translation function of a language. */
export function translator(language: Language): Translate {
  const { messages, plural: rule } = catalogueOf(language);

  function translate(text: string, values: Values = {}): string {
    const found = lookUp(messages, text);
    return fill(typeof found === 'string' ? found : text, values);
  }

  function plural(one: string, many: string, count: number, values: Values = {}): string {
    const found = lookUp(messages, one);
    const forms = Array.isArray(found) ? found : [one, many];
    const numbered = new Intl.NumberFormat(language).format(count);
    return fill(String(forms[pluralRules[rule](count)]), { ...values, count: numbered });
  }

  return Object.assign(translate, { plural, language });
}

/**
 * Marks an English text that is translated later, for example in a table of words. Returns it
 * unchanged.
 */
export function message<T extends string>(text: T): T {
  return text;
}

/** Placeholders of a text, in alphabetical order, each once. */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), (match) => match[1] ?? ''))].toSorted();
}

const placeholder = /\{([a-z][A-Za-z]*)\}/g;

function fill(text: string, values: Values): string {
  return text.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
