import { cutTo, displayWidth, padTo } from './printable.ts';
import type { Styles } from './styles.ts';

/** How wide a table may be, in terminal columns. */
const tableWidth = 80;

const gap = '  ';
const narrowest = 12;

export interface TableRow {
  /** One text for each title, safe to print. */
  readonly cells: readonly string[];
  /** Never cut, because people copy it: on the same line where it fits, else on its own. */
  readonly id?: string;
}

export interface TableShape {
  /** One for each cell of a row. */
  readonly titles: readonly string[];
  /** Title of the ids; absent when the rows have none. */
  readonly idTitle?: string;
}

/** Lays rows out in columns that fit the width of a terminal; answers the lines. */
export function layOutTable(
  { titles, idTitle }: TableShape,
  rows: readonly TableRow[],
  styles: Styles,
): readonly string[] {
  const natural = titles.map((title, index) =>
    Math.max(displayWidth(title), ...rows.map(({ cells }) => displayWidth(cells[index] ?? ''))),
  );
  const idRoom = gap.length + Math.max(...[idTitle, ...rows.map(({ id }) => id)].map(widthOf));
  const inline = idTitle !== undefined && leastWidth(natural) + idRoom <= tableWidth;
  const widths = shrink(natural, tableWidth - (inline ? idRoom : 0));
  const line = (cells: readonly string[], id = ''): string =>
    [...cells.map((cell, index) => fit(cell, widths[index] ?? 0)), ...(inline ? [id] : [])]
      .join(gap)
      .trimEnd();
  return [
    styles.heading(line(titles, idTitle)),
    ...rows.flatMap(({ cells, id }) => {
      const row = line(cells, id);
      return inline || id === undefined ? [row] : [row, styles.faint(`${gap}${id}`)];
    }),
  ];
}

/** Takes columns away from the widest until all fit. */
function shrink(natural: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  while (total(widths) > room && Math.max(...widths) > 1) {
    const widest = Math.max(...widths);
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** What the columns need at least, if only the widest is cut. */
function leastWidth(widths: readonly number[]): number {
  const widest = Math.max(...widths);
  return total(widths) - widest + Math.min(widest, narrowest);
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1));
}

function widthOf(text = ''): number {
  return displayWidth(text);
}

function fit(text: string, width: number): string {
  return padTo(cutTo(text, width), width);
}
