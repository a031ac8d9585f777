import type { Styles } from '../output/styles.ts';

const lineWidth = 80;

/** Puts indented lines under a heading; nothing at all when there are none. */
export function section(
  styles: Styles,
  title: string,
  lines: readonly string[],
): readonly string[] {
  if (lines.length === 0) return [];
  return ['', styles.heading(`${title}:`), ...lines.map((line) => `  ${line}`)];
}

/** Aligns names and what is said about them, wrapped to the width of a terminal. */
export function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.min(24, Math.max(0, ...rows.map(([name]) => name.length)));
  return rows.flatMap(([name, about]) => {
    const [first = '', ...more] = wrap(about, lineWidth - width - 4);
    const rest = more.map((line) => `${' '.repeat(width)}  ${line}`);
    if (name.length > width) return [name, `${' '.repeat(width)}  ${first}`, ...rest];
    return [`${name.padEnd(width)}  ${first}`.trimEnd(), ...rest];
  });
}

/** Breaks a text into lines of at most a number of characters. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
