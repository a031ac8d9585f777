import { Kysely, PostgresDialect, sql } from 'kysely';
import { type ClientBase, type ClientConfig, Pool, type PoolClient, types } from 'pg';
import { listenIn } from '../events/notifications.ts';
import type { Schema } from '../schema.ts';
import { StorageError } from '../storage-error.ts';
import type { Engine } from './engine.ts';
import { postgresErrorFrom } from './postgres-error.ts';
import { storable } from './storable.ts';

/**
 * Connects to a PostgreSQL database. Throws a StorageError that says why it cannot be used:
 * `database_unreachable`, `database_login_refused`, `database_missing`, `database_forbidden` or
 * `database_encoding`.
 */
export async function openPostgres(url: string): Promise<Engine> {
  const settings = settingsFor(url);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: openPool(settings) }) });
  try {
    await requireUtf8(db);
    const events = await listenIn(settings, (channel, text) =>
      sql`select pg_notify(${channel}, ${text})`.execute(db),
    );
    return {
      db,
      words: { integer: 'bigint', bytes: 'bytea', tableEnd: '' },
      locksRows: true,
      events,
      async waitForTurn(step, name) {
        // Who waits for a long migration of another process is not stuck.
        await sql`set local statement_timeout = 0`.execute(step);
        await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(step);
      },
      async close() {
        await events.close();
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw postgresErrorFrom(error) ?? error;
  }
}

function settingsFor(connectionString: string): ClientConfig {
  return {
    connectionString,
    application_name: 'bluebridge-lti',
    connectionTimeoutMillis: 5000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    // Our times and every count are `bigint`, which the driver would hand out as text.
    types: {
      getTypeParser: ((type, format) =>
        type === types.builtins.INT8
          ? Number
          : types.getTypeParser(type, format)) as typeof types.getTypeParser,
    },
  };
}

function openPool(settings: ClientConfig): Pool {
  const pool = new Pool({ ...settings, max: 10 });
  // The next query finds out; without a listener the process would end here.
  pool.on('error', () => {});
  pool.on('connect', watchQueries);
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;
  pool.connect = (() => inOurWords(connect())) as typeof pool.connect;
  return pool;
}

function watchQueries(client: ClientBase): void {
  type Query = (text: string, values?: readonly unknown[]) => Promise<unknown>;
  const query = client.query.bind(client) as Query;
  const watched: Query = async (text, values = []) => inOurWords(query(text, storable(values)));
  client.query = watched as typeof client.query;
}

/** Trouble with the server becomes a StorageError; defects of a query stay what they are. */
async function inOurWords<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw postgresErrorFrom(error) ?? error;
  }
}

async function requireUtf8(db: Kysely<Schema>): Promise<void> {
  const shown = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
  const encoding = shown.rows[0]?.server_encoding;
  if (encoding === 'UTF8') return;
  throw new StorageError('database_encoding', `it stores text as ${encoding}, not as UTF8`);
}
