import type { TextOutput } from '../terminal.ts';

/** Writes lines, each with its line end. */
export function writeLines(output: TextOutput, lines: readonly string[]): void {
  if (lines.length > 0) output.write(`${lines.join('\n')}\n`);
}
