/**
 * Turns a pattern of the catalogue, which is JavaScript's with the `u` flag, into a PCRE expression
 * that accepts the same texts. Throws RangeError for what the two read differently: classes such
 * as `\d` and `\s`, the dot, and everything that looks around or refers back.
 */
export function pcre(pattern: string): string {
  const outside = pattern.replaceAll(/\[(?:[^\]\\]|\\.)*\]/g, '[]');
  if (/\\(?![\\^$.*+?()[\]{}|/-])/.test(pattern) || /(?<!\\)\.|\(\?/.test(outside)) {
    throw new RangeError(`PCRE and JavaScript read this pattern differently: ${pattern}`);
  }
  if (pattern.includes('~')) throw new RangeError(`The delimiter is in the pattern: ${pattern}`);
  // D: a dollar sign is the end of the text, never the line break before it.
  return `~${pattern}~uD`;
}
