const shape = /^[a-z]{2}(?:_(?:[A-Z]{2}(?:_.+)?|_.+))?$/u;

/**
 * Reads a language as the server's locale helper does: `en`, `en_US`, `en_US_POSIX`, but not
 * `en-US`. Returns the language tag, or undefined. Source: bbb-web source, `putRecordingTextTrack`.
 */
export function languageTagOf(text: string): string | undefined {
  return shape.test(text) ? text.replaceAll(/_+/gu, '-') : undefined;
}
