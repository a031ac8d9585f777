import { hasMariaDb, startMariaDb } from '@bluebridge/wordpress-sites';
import { findPostgres, startPostgres } from '../../../../apps/lti/test/kit/postgres.ts';

/** Databases that people run Nextcloud on. */
export const databaseNames = ['sqlite', 'mariadb', 'postgresql'] as const;

export type DatabaseName = (typeof databaseNames)[number];

/** A database that is there for the tests. */
export interface StartedDatabase {
  /** What Doctrine connects to. */
  readonly connection: Readonly<Record<string, unknown>>;
  readonly stop: () => Promise<void>;
}

/** Starts a database with nothing in it. Gives nothing where its server is not installed. */
export async function startDatabase(name: DatabaseName): Promise<StartedDatabase | undefined> {
  if (name === 'sqlite') {
    return { connection: { driver: 'pdo_sqlite', memory: true }, stop: async () => undefined };
  }
  return name === 'mariadb' ? startMaria() : startPostgreSql();
}

async function startMaria(): Promise<StartedDatabase | undefined> {
  if (!hasMariaDb()) return undefined;
  const { socket, create, stop } = await startMariaDb();
  await create('nextcloud');
  const connection = {
    driver: 'pdo_mysql',
    unix_socket: socket,
    dbname: 'nextcloud',
    user: 'root',
    charset: 'utf8mb4',
  };
  return { connection, stop };
}

async function startPostgreSql(): Promise<StartedDatabase | undefined> {
  const programs = findPostgres();
  if (programs === undefined) return undefined;
  const server = await startPostgres(programs);
  const host = new URL(server.address).searchParams.get('host');
  return {
    connection: { driver: 'pdo_pgsql', host, dbname: 'postgres', user: 'postgres' },
    stop: () => server.stop(),
  };
}
