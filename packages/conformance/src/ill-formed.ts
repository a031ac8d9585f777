/** Ends each text in the first half of a surrogate pair, which JSON cannot carry to every language. */
export function illFormed(texts: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, `${text}\ud83d`]));
}
