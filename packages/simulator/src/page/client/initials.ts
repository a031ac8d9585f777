/** Returns the first letter or digit of the first and the last word of a name that have one. */
export function initialsOf(name: string): string {
  const firsts = name
    .split(/\s+/u)
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
    .filter((first) => first !== '');
  const chosen = firsts.length > 1 ? [firsts[0], firsts.at(-1)] : firsts;
  return chosen.join('').toLocaleUpperCase();
}
