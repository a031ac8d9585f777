import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engines/engine.ts';
import type { Schema } from '../schema.ts';
import { nameOf, type SealedColumn, sealedColumns } from './sealed-columns.ts';
import { createSealer, type EncryptionKey } from './sealer.ts';

/** Tells whether the database holds any sealed value. */
export async function holdsSecrets(db: Kysely<Schema>): Promise<boolean> {
  for (const place of Object.values<SealedColumn>(sealedColumns)) {
    if ((await valuesIn(db, place)).length > 0) return true;
  }
  return false;
}

/**
 * Seals again, under the newest key, what an older one has sealed; after that nothing needs the
 * older key. Throws a StorageError `encryption_key_unknown`, changing nothing, when a value needs
 * a key that was not given.
 */
export async function resealAll(
  { db, waitForTurn }: Engine,
  keys: readonly EncryptionKey[],
): Promise<void> {
  await db.transaction().execute(async (step) => {
    await waitForTurn(step, 'sealing');
    for (const place of Object.values<SealedColumn>(sealedColumns)) {
      const sealer = createSealer(keys, nameOf(place));
      for (const { id, value } of await valuesIn(step, place)) {
        const text = sealer.open(value);
        if (sealer.isOutdated(value)) await replace(step, place, id, sealer.seal(text));
      }
    }
  });
}

async function valuesIn(db: Kysely<Schema>, { table, id, column }: SealedColumn) {
  const query = sql<{ id: string; value: string }>`
    select ${sql.ref(id)} as id, ${sql.ref(column)} as value
    from ${sql.table(table)} where ${sql.ref(column)} is not null`;
  return (await query.execute(db)).rows;
}

async function replace(
  step: Kysely<Schema>,
  { table, id, column }: SealedColumn,
  row: string,
  value: string,
): Promise<void> {
  await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = ${value}
    where ${sql.ref(id)} = ${row}`.execute(step);
}
