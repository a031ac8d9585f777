import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Figures } from './figures.ts';
import { median } from './measure.ts';

const run = promisify(execFile);

/** Runs one cell in a process of its own. */
export async function measure(cell: string, argument = ''): Promise<Figures> {
  const main = join(import.meta.dirname, 'cell.ts');
  const flags = ['--conditions=@bluebridge/source', '--expose-gc', '--disable-warning=DEP0040'];
  const { stdout } = await run(process.execPath, [...flags, main, cell, argument]);
  return JSON.parse(stdout) as Figures;
}

/**
 * Runs cells in turn, each round in fresh processes, and gives the median of each figure. What
 * else the machine does meets all cells alike.
 */
export async function interleaved<C extends string>(
  cells: readonly C[],
  rounds: number,
): Promise<Readonly<Record<C, Figures>>> {
  const found = new Map<C, Figures[]>(cells.map((cell) => [cell, []]));
  for (let round = 0; round < rounds; round++) {
    for (const cell of cells) {
      const [name = '', argument] = cell.split(' ');
      found.get(cell)?.push(await measure(name, argument));
    }
  }
  return Object.fromEntries(
    [...found].map(([cell, all]) => [
      cell,
      Object.fromEntries(
        Object.keys(all[0] ?? {}).map((key) => [key, median(all.map((one) => one[key] ?? 0))]),
      ),
    ]),
  ) as Record<C, Figures>;
}
