import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inject, onTestFinished } from 'vitest';
import { openEngine } from '../../src/storage/engines/open.ts';
import { migrate } from '../../src/storage/migrations/migrate.ts';
import { ManualClock } from './manual-clock.ts';
import { ask } from './postgres.ts';

/** Makes databases that are gone when the running test ends, and answers their addresses. */
export interface NewDatabases {
  /** Makes one with the newest schema and nothing in it: copied, for that takes a tenth of making. */
  newDatabase(): Promise<string>;
  /** Makes one without tables. */
  emptyDatabase(encoding?: string): Promise<string>;
}

/** Makes SQLite files. */
export const sqliteFiles: NewDatabases = {
  async newDatabase() {
    const file = newSqliteFile();
    image ??= makeImage();
    writeFileSync(file, await image, { mode: 0o600 });
    return file;
  },
  emptyDatabase: async () => newSqliteFile(),
};

/** Names a file that does not exist yet, for the running test. */
export function newSqliteFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lti-storage-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'lti.sqlite');
}

let image: Promise<Buffer> | undefined;

async function makeImage(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'lti-template-'));
  try {
    const file = join(folder, 'lti.sqlite');
    await bringUpToDate(file);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes databases on the PostgreSQL server of this run. */
export async function postgresDatabases(): Promise<NewDatabases> {
  found ??= findServer();
  const server = await found;
  const make = async (how: string) => {
    const made = await createDatabase(server, how);
    onTestFinished(async () => {
      await ask(server, `drop database ${made.name} with (force)`);
    });
    return made.address;
  };
  return {
    async newDatabase() {
      template ??= makeTemplate(server);
      return make(`template ${await template}`);
    },
    emptyDatabase: (encoding = 'UTF8') => make(`encoding '${encoding}' template template0`),
  };
}

let found: Promise<string> | undefined;
let template: Promise<string> | undefined;

async function findServer(): Promise<string> {
  const address = await text(connect(inject('whereIsPostgres')));
  if (address === '') throw new Error('PostgreSQL has not started');
  return address;
}

async function makeTemplate(server: string): Promise<string> {
  const { name, address } = await createDatabase(server, 'template template0');
  await bringUpToDate(address);
  return name;
}

async function createDatabase(server: string, how: string) {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ask(server, `create database ${name} ${how}`);
  return { name, address: server.replace('/postgres?', `/${name}?`) };
}

async function bringUpToDate(address: string): Promise<void> {
  const engine = await openEngine(address);
  await migrate(engine, new ManualClock());
  await engine.close();
}
