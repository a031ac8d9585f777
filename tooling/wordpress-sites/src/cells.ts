import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pluginFolder } from './folders.ts';
import { releases } from './releases.ts';

/** One kind of site the tests run in. */
export interface Cell {
  readonly name: string;
  readonly release: string;
  readonly database: 'sqlite' | 'mariadb';
  readonly isNetwork: boolean;
}

const newest = releases.at(-1)?.name ?? '';

const cells: readonly Cell[] = [
  ...releases.map(({ name }): Cell => ({
    name: `${name} sqlite`,
    release: name,
    database: 'sqlite',
    isNetwork: false,
  })),
  { name: `${newest} sqlite network`, release: newest, database: 'sqlite', isNetwork: true },
  { name: `${newest} mariadb`, release: newest, database: 'mariadb', isNetwork: false },
];

const givenCell: Cell = {
  name: 'given sqlite',
  release: newest,
  database: 'sqlite',
  isNetwork: false,
};

/**
 * Chooses the kinds of sites whose names contain a text; throws a sentence with all names when none
 * does. `isGiven` is for a WordPress that somebody brings along.
 */
export function chooseCells(only: string, isGiven: boolean): readonly Cell[] {
  const all = isGiven ? [givenCell] : cells;
  const chosen = all.filter(({ name }) => name.includes(only));
  if (chosen.length > 0) return chosen;
  throw new Error(
    `No site is called "${only}". There are: ${all.map(({ name }) => name).join(', ')}.`,
  );
}

/** Lists the test suites for a kind of site. */
export function suitesOf({ release }: Cell): readonly string[] {
  return isTooOld(release) ? ['refusal'] : ['lifecycle', 'plugin'];
}

/** Tells whether the plugin says in its header that it needs a newer WordPress. */
function isTooOld(release: string): boolean {
  const header = readFileSync(join(pluginFolder, 'bluebridge.php'), 'utf8');
  const floor = /^ \* Requires at least:\s*([\d.]+)$/m.exec(header)?.[1] ?? '';
  return release.localeCompare(floor, 'en', { numeric: true }) < 0;
}
