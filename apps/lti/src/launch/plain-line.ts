/** Control characters, and those that turn the direction of the text around them. */
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * Makes one clean line of a text from a platform: no control or direction characters, single
 * blanks, at most `longest` characters. May be empty. Markup stays; pages escape it.
 */
export function plainLine(text: string, longest: number): string {
  const line = text.toWellFormed().replace(unwanted, ' ').replace(/\s+/g, ' ').trim();
  return Array.from(line).slice(0, longest).join('').trim();
}
