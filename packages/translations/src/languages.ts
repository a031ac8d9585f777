/** Languages of the interface texts; the first is the one the texts are written in. */
export const languages = ['en', 'de', 'es', 'fr', 'pt'] as const;

export type Language = (typeof languages)[number];

/** Longest locale that is looked at; real ones are far shorter. */
const longestLocale = 64;

/**
 * Picks the language for a locale such as `de_DE`, `pt-BR` or `es-419`. Anything that is not one
 * of ours, or no locale at all, gives English.
 */
export function pickLanguage(locale: string | undefined): Language {
  if (locale === undefined || locale.length > longestLocale) return 'en';
  const primary = locale
    .trim()
    .split(/[-_.@]/, 1)[0]
    ?.toLowerCase();
  return languages.find((language) => language === primary) ?? 'en';
}

/** Gives the writing direction for the `dir` attribute of a page. */
export function dir(language: Language): 'ltr' | 'rtl' {
  return directions[language];
}

// A record, so that the next language cannot be added without a decision.
const directions: Record<Language, 'ltr' | 'rtl'> = {
  en: 'ltr',
  de: 'ltr',
  es: 'ltr',
  fr: 'ltr',
  pt: 'ltr',
};
