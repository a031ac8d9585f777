import { hostileCells } from './cells/hostile-cells.ts';
import { launchCells } from './cells/launch-cells.ts';
import { listCells } from './cells/list-cells.ts';
import { sharingCells } from './cells/sharing-cells.ts';
import { signCells } from './cells/sign-cells.ts';
import { simulatorCells } from './cells/simulator-cells.ts';
import { smallReplyCells } from './cells/small-reply-cells.ts';
import { waitingCells } from './cells/waiting-cells.ts';
import type { Cell } from './figures.ts';

const cells: Readonly<Record<string, Cell>> = {
  ...signCells,
  ...listCells,
  ...smallReplyCells,
  ...hostileCells,
  ...sharingCells,
  ...simulatorCells,
  ...launchCells,
  ...waitingCells,
};

const [name = '', argument = ''] = process.argv.slice(2);
const cell = cells[name];
if (!cell) throw new Error(`there is no cell ${name}`);
process.stdout.write(JSON.stringify(await cell(argument)));
