import { stdout } from 'node:process';

/** A heading of the report. */
export function section(title: string, lines: readonly string[] = []): void {
  stdout.write(`\n## ${title}\n\n${lines.map((line) => `${line}\n`).join('')}`);
}

/** A table in Markdown; the first row is its head. */
export function table(rows: readonly (readonly (string | number)[])[]): void {
  const [head = [], ...body] = rows;
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`;
  stdout.write(`\n${line(head)}${line(head.map(() => '---'))}${body.map(line).join('')}\n`);
}

/** A goal beside what was measured, and whether it is met. */
export function goal(
  what: string,
  measured: number,
  limit: { atMost: number } | { atLeast: number },
): void {
  const [met, words] =
    'atMost' in limit
      ? [measured <= limit.atMost, `at most ${limit.atMost}`]
      : [measured >= limit.atLeast, `at least ${limit.atLeast}`];
  stdout.write(`- ${what}: ${round(measured)} (goal: ${words}): ${met ? 'yes' : 'NO'}\n`);
}

/** A figure without a goal. */
export function figure(what: string, measured: number): void {
  stdout.write(`- ${what}: ${round(measured)}\n`);
}

/** Rounds for people: three digits that matter. */
export function round(measured: number): number {
  return measured >= 100 ? Math.round(measured) : Number(measured.toPrecision(3));
}
