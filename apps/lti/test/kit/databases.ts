import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import { openStorage, type Storage } from '../../src/storage/database.ts';
import { openEngine } from '../../src/storage/engines/open.ts';
import type { Engine } from '../../src/storage/engines/engine.ts';
import { parseEncryptionKeys } from '../../src/storage/sealing/encryption-keys.ts';
import { ask, findPostgres, type PostgresServer, startPostgres } from './postgres.ts';

/** A kind of database that the storage must work on. */
export interface DatabaseKind {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** Makes an empty database for the running test and answers its address. */
  newDatabase(): Promise<string>;
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
    tests({ name: 'SQLite', newDatabase: async () => newSqliteFile() });
  });
  describeOnPostgres(what, (server) =>
    tests({ name: 'PostgreSQL', newDatabase: () => server().newDatabase() }),
  );
}

/** Describes what only PostgreSQL must do. */
export function describeOnPostgres(what: string, tests: (server: () => PostgresServer) => void) {
  const programs = findPostgres();
  if (programs === undefined && !['', '0', 'false'].includes(process.env['CI'] ?? '')) {
    throw new Error('PostgreSQL is missing: under CI its tests may not be skipped');
  }
  const reason = programs === undefined ? ' (skipped: it is not installed here)' : '';
  describe.skipIf(programs === undefined)(`${what} on PostgreSQL${reason}`, () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await startPostgres(programs ?? '');
    }, patience);
    afterAll(() => server?.stop(), patience);
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

/** Names a file that does not exist yet, for the running test. */
export function newSqliteFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lti-storage-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'lti.sqlite');
}
