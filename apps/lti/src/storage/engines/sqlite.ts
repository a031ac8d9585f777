import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import { inProcessEvents } from '../events/in-process.ts';
import type { Schema } from '../schema.ts';
import { StorageError } from '../storage-error.ts';
import type { Engine } from './engine.ts';
import { adoptFirstSlice } from './first-slice.ts';
import { sqliteErrorFrom } from './sqlite-error.ts';
import { storable } from './storable.ts';

/** Preparing takes longer than most statements do; a list in one makes many of them. */
const mostPrepared = 200;

/**
 * Opens an SQLite file (or `:memory:`), creating it readable for its owner only. What is written
 * is on the disk before the writer goes on. Throws a StorageError `database_unusable` when the
 * file cannot be opened or is no database.
 */
export function openSqlite(path: string): Engine {
  const database = openFile(path);
  const dialect = new SqliteDialect({ database: inKyselysShape(database) });
  dialect.createDriver = () => new WritingDriver({ database: inKyselysShape(database) });
  const db = new Kysely<Schema>({ dialect });
  return {
    db,
    words: { integer: 'integer', bytes: 'blob', tableEnd: 'strict' },
    locksRows: false,
    events: inProcessEvents(),
    // A transaction already has the file to itself.
    waitForTurn: async () => {},
    close: () => db.destroy(),
  };
}

/** A transaction that reads before it writes may not lose its turn in between. */
class WritingDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

function openFile(path: string): DatabaseSync {
  try {
    if (path !== ':memory:') {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      closeSync(openSync(path, 'a', 0o600));
    }
    const database = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    adoptFirstSlice(database);
    return database;
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown reason';
    throw sqliteErrorFrom(error) ?? new StorageError('database_unusable', why, { cause: error });
  }
}

function inKyselysShape(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      if (prepared.size === mostPrepared) prepared.clear();
      const statement = prepare(database, sql);
      prepared.set(sql, statement);
      return statement;
    },
  };
}

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = inOurWords(() => database.prepare(sql));
  const values = (parameters: readonly unknown[]) =>
    storable(parameters as readonly SQLInputValue[]);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => inOurWords(() => statement.all(...values(parameters))),
    run: (parameters) => inOurWords(() => statement.run(...values(parameters))),
    // While this one is read row by row, others may ask the same.
    iterate: (parameters) => database.prepare(sql).iterate(...values(parameters)),
  };
}

/** Trouble with the file becomes a StorageError; defects of a query stay what they are. */
function inOurWords<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw sqliteErrorFrom(error) ?? error;
  }
}
