import { Kysely, SqliteDialect } from 'kysely';
import type { Clock } from '../clock.ts';
import { type Logins, loginsIn, usualMostPending } from './logins.ts';
import { migrate } from './migrations.ts';
import { type Platforms, platformsIn } from './platforms.ts';
import { type Rooms, roomsIn } from './rooms.ts';
import type { Schema } from './schema.ts';
import { type Sessions, sessionsIn } from './sessions.ts';
import { openSqlite } from './sqlite.ts';
import { type Tickets, ticketsIn } from './tickets.ts';

export interface Storage {
  readonly platforms: Platforms;
  readonly logins: Logins;
  readonly rooms: Rooms;
  readonly sessions: Sessions;
  readonly tickets: Tickets;
  close(): Promise<void>;
}

/**
 * Opens the database file (or `:memory:`), brings it up to date and gives its repositories.
 * `mostPendingLogins` bounds the logins that wait for their launch.
 */
export async function openStorage(
  path: string,
  clock: Clock,
  mostPendingLogins = usualMostPending,
): Promise<Storage> {
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: openSqlite(path) }) });
  await migrate(db);
  return {
    platforms: platformsIn(db),
    logins: loginsIn(db, clock, mostPendingLogins),
    rooms: roomsIn(db, clock),
    sessions: sessionsIn(db, clock),
    tickets: ticketsIn(db, clock),
    close: () => db.destroy(),
  };
}
