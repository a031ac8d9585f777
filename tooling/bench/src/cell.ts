import { hostileCells } from './cells/hostile-cells.ts';
import { listCells } from './cells/list-cells.ts';
import { sharingCells } from './cells/sharing-cells.ts';
import { signCells } from './cells/sign-cells.ts';
import { smallReplyCells } from './cells/small-reply-cells.ts';

/** Figures of one measurement, by name. */
export type Figures = Readonly<Record<string, number>>;

/** One measurement; it has a process of its own. */
export type Cell = (argument: string) => Promise<Figures>;

const cells: Readonly<Record<string, Cell>> = {
  ...signCells,
  ...listCells,
  ...smallReplyCells,
  ...hostileCells,
  ...sharingCells,
};

const [name = '', argument = ''] = process.argv.slice(2);
const cell = cells[name];
if (!cell) throw new Error(`there is no cell ${name}`);
process.stdout.write(JSON.stringify(await cell(argument)));
