import { isDeepStrictEqual } from 'node:util';
import { peek } from './databases.ts';

/** All rows of a database, by table. */
export type Rows = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** Reads all tables of an SQLite file but these. */
export async function rowsOf(file: string, but: readonly string[] = []): Promise<Rows> {
  const tables = await peek(file, "select name from sqlite_schema where type = 'table'");
  const rows: Record<string, readonly Record<string, unknown>[]> = {};
  for (const { name } of tables) {
    const table = String(name);
    if (!but.includes(table)) rows[table] = await peek(file, `select * from "${table}"`);
  }
  return rows;
}

/** Names the tables whose rows are not the same. */
export function changedTables(before: Rows, after: Rows): readonly string[] {
  const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return tables.filter((table) => !isDeepStrictEqual(before[table], after[table]));
}
