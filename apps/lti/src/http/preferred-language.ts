import { languages, type Language, pickLanguage } from '@bluebridge/translations';

/**
 * Picks the language of a page nobody has launched: the one the page was asked for, else the
 * first of ours the browser prefers.
 */
export function preferredLanguage(asked: string | undefined, accept: string | undefined): Language {
  if (asked !== undefined) return pickLanguage(asked);
  const wanted = (accept ?? '')
    .slice(0, 256)
    .split(',')
    .map((entry) => {
      const [tag = '', ...options] = entry.trim().split(';');
      const quality = options
        .map((option) => /^\s*q=(\d(?:\.\d+)?)\s*$/.exec(option)?.[1])
        .find(Boolean);
      return { tag, quality: Number(quality ?? 1) };
    })
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag.split('-', 1)[0]?.toLowerCase());
  const known = wanted.find((tag) => languages.some((language) => language === tag));
  return pickLanguage(known);
}
