import { sql } from 'kysely';
import type { Clock } from '../../clock.ts';
import type { Engine } from '../engines/engine.ts';
import { StorageError } from '../storage-error.ts';
import { migrations as all } from './all.ts';
import type { Migration } from './migration.ts';

/**
 * Brings a database to the newest schema, all or nothing, while other processes that start wait.
 * Throws a StorageError `database_newer`, changing nothing, when a newer version of the tool has
 * written it.
 */
export async function migrate(
  { db, words, waitForTurn }: Engine,
  clock: Clock,
  migrations: readonly Migration[] = all,
): Promise<void> {
  await db.transaction().execute(async (step) => {
    await waitForTurn(step, 'migrations');
    const table = sql.raw(
      `create table if not exists migrations (
         name text primary key, applied_at ${words.integer} not null) ${words.tableEnd}`,
    );
    await table.execute(step);
    const rows = await step.selectFrom('migrations').select('name').execute();
    const done = new Set(rows.map(({ name }) => name));
    const known = new Set(migrations.map(({ name }) => name));
    const unknown = [...done].filter((name) => !known.has(name));
    if (unknown.length > 0) {
      throw new StorageError(
        'database_newer',
        `a newer version of this tool has written it (${unknown.join(', ')})`,
      );
    }
    for (const { name, statements } of migrations) {
      if (done.has(name)) continue;
      for (const text of statements(words)) await sql.raw(text).execute(step);
      await step.insertInto('migrations').values({ name, applied_at: clock.now() }).execute();
    }
  });
}
