import { sql } from 'kysely';
import type { Clock } from '../../src/clock.ts';
import { type Storage, storageOn } from '../../src/storage/database.ts';
import { openEngine } from '../../src/storage/engines/open.ts';
import { migrate } from '../../src/storage/migrations/migrate.ts';
import { passingKey } from '../../src/storage/sealing/encryption-keys.ts';

/** Opens a storage in memory. Its tables are made at once, not by all the migrations so far. */
export async function memoryStorage(clock: Clock, mostPendingLogins?: number): Promise<Storage> {
  const engine = await openEngine(':memory:');
  tables ??= tablesOf(clock);
  for (const table of await tables) await sql.raw(table).execute(engine.db);
  return storageOn(engine, clock, [passingKey()], mostPendingLogins);
}

let tables: Promise<readonly string[]> | undefined;

async function tablesOf(clock: Clock): Promise<readonly string[]> {
  const engine = await openEngine(':memory:');
  await migrate(engine, clock);
  const made = sql<{ sql: string }>`select sql from sqlite_schema where sql is not null`;
  const { rows } = await made.execute(engine.db);
  await engine.close();
  return rows.map((row) => row.sql);
}
