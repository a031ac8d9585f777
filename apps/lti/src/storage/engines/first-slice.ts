import type { DatabaseSync } from 'node:sqlite';

/**
 * Brings a file of the tool's first version to the list of named migrations: that version counted
 * its steps, of which there was one.
 */
export function adoptFirstSlice(database: DatabaseSync): void {
  database.exec('begin immediate');
  const old = database.prepare(`select 1 from sqlite_schema where name = 'schema_version'`).get();
  const version = old && database.prepare('select version from schema_version').get()?.['version'];
  if (version === 1) {
    database.exec(
      `create table migrations (name text primary key, applied_at integer not null) strict;
       insert into migrations values ('0001-rooms', 0);
       drop table schema_version`,
    );
  }
  database.exec('commit');
}
