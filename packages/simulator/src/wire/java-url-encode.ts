/** Encodes a text like Java's `URLEncoder`: a space is `+`, and only `* - . _` stay as they are. */
export function javaUrlEncode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()~]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
