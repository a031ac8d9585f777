/** Names of platforms and courses are not ours: they may not play tricks on a terminal. */
export function printable(text: string): string {
  return text.replace(/\p{C}/gu, '?');
}
