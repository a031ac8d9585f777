import type { Engine } from './engine.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** Tells the address of a PostgreSQL database from the path of an SQLite file. */
export function isPostgresAddress(database: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(database);
}

/**
 * Opens a database: a `postgresql://` address, the path of an SQLite file, or `:memory:`. Throws
 * a StorageError when it cannot be used.
 */
export async function openEngine(database: string): Promise<Engine> {
  return isPostgresAddress(database) ? openPostgres(database) : openSqlite(database);
}
