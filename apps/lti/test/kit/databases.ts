import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, onTestFinished } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import { openStorage, type Storage } from '../../src/storage/database.ts';
import { openEngine } from '../../src/storage/engines/open.ts';
import type { Engine } from '../../src/storage/engines/engine.ts';
import { parseEncryptionKeys } from '../../src/storage/sealing/encryption-keys.ts';
import { type NewDatabases, postgresDatabases, sqliteFiles } from './new-databases.ts';
import { ask, findPostgres } from './postgres.ts';

export { newSqliteFile } from './new-databases.ts';

/** A kind of database that the storage must work on. */
export interface DatabaseKind extends NewDatabases {
  readonly name: 'SQLite' | 'PostgreSQL';
}

/** Making a cluster takes a second, or many where other tests want the machine too. */
const patience = 60_000;

/** The text of a key for tests. */
export const testKey = Buffer.alloc(32, 'test').toString('base64');

/**
 * Describes what both kinds of database must do. Where there is no PostgreSQL its half is
 * skipped; under CI that is an error.
 */
export function describeOnBoth(what: string, tests: (kind: DatabaseKind) => void): void {
  describe(`${what} on SQLite`, () => {
    tests({ name: 'SQLite', ...sqliteFiles });
  });
  describeOnPostgres(what, (server) =>
    tests({
      name: 'PostgreSQL',
      newDatabase: () => server().newDatabase(),
      emptyDatabase: () => server().emptyDatabase(),
    }),
  );
}

/** Describes what only PostgreSQL must do. */
export function describeOnPostgres(what: string, tests: (server: () => NewDatabases) => void) {
  const programs = findPostgres();
  if (programs === undefined && !['', '0', 'false'].includes(process.env['CI'] ?? '')) {
    throw new Error('PostgreSQL is missing: under CI its tests may not be skipped');
  }
  const reason = programs === undefined ? ' (skipped: it is not installed here)' : '';
  describe.skipIf(programs === undefined)(`${what} on PostgreSQL${reason}`, () => {
    let server: NewDatabases | undefined;
    beforeAll(async () => {
      server = await postgresDatabases();
    }, patience);
    tests(() => {
      if (!server) throw new Error('PostgreSQL has not started');
      return server;
    });
  });
}

/** Opens the storage of a database until the test ends. */
export async function openFor(address: string, clock: Clock): Promise<Storage> {
  const storage = await openStorage(address, clock, {
    encryptionKeys: parseEncryptionKeys(testKey),
  });
  onTestFinished(() => storage.close());
  return storage;
}

/** Opens the engine of a database until the test ends. */
export async function openEngineFor(address: string): Promise<Engine> {
  const engine = await openEngine(address);
  onTestFinished(() => engine.close());
  return engine;
}

/** Reads a database behind the storage's back. */
export async function peek(address: string, question: string): Promise<Record<string, unknown>[]> {
  if (address.startsWith('postgresql:')) return ask(address, question);
  const database = new DatabaseSync(address);
  try {
    return database.prepare(question).all();
  } finally {
    database.close();
  }
}
