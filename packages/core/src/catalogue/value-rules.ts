/** Tells whether a text has no control characters: servers strip them after it was signed. */
export function isLine(value: string): boolean {
  return !/\p{Cc}/u.test(value);
}

/** Tells whether a text has no control characters but tabs and line breaks. */
export function isLines(value: string): boolean {
  return !/[^\P{Cc}\t\n\r]/u.test(value);
}

/** Tells whether a text is an absolute http or https address. */
export function isHttpUrl(value: string): boolean {
  return /^https?:\/\/[^\s/?#]+[^\s]*$/i.test(value);
}

/** Tells whether a text is JSON. */
export function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
