import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Steps from an empty file to the newest schema. Only ever append: each runs once per database. */
const migrations: readonly (readonly string[])[] = [
  [
    `create table platforms (
       id text primary key, issuer text not null, client_id text not null, name text not null,
       authorization_endpoint text not null, jwks_uri text not null, token_endpoint text not null,
       frame_origins text not null, enabled integer not null,
       unique (issuer, client_id)) strict`,
    `create table deployments (
       platform_id text not null references platforms on delete cascade,
       deployment_id text not null, primary key (platform_id, deployment_id)) strict`,
    `create table logins (
       state_hash text primary key, nonce text not null, binding_hash text not null,
       platform_id text not null references platforms on delete cascade,
       target_link_uri text not null, login_hint text not null, message_hint text,
       deployment_hint text, expires_at integer not null) strict`,
    `create index logins_by_expiry on logins (expires_at)`,
    `create table rooms (
       id text primary key, platform_id text not null references platforms,
       deployment_id text not null, context_id text not null, resource_link_id text not null,
       meeting_id text not null unique, title text not null, context_title text not null,
       record integer not null, anyone_can_start integer not null,
       wait_for_moderator integer not null, all_join_as_moderator integer not null,
       created_at integer not null,
       unique (platform_id, deployment_id, context_id, resource_link_id)) strict`,
    `create table sessions (
       id text primary key, room_id text not null references rooms on delete cascade,
       user_id text not null, full_name text not null, is_moderator integer not null,
       language text not null, created_at integer not null, last_used_at integer not null) strict`,
    `create index sessions_by_use on sessions (last_used_at)`,
    `create table bearers (
       token_hash text primary key,
       session_id text not null references sessions on delete cascade) strict`,
    `create index bearers_by_session on bearers (session_id)`,
    `create table tickets (
       ticket_hash text primary key, purpose text not null,
       session_id text not null references sessions on delete cascade,
       expires_at integer not null) strict`,
    `create index tickets_by_session on tickets (session_id)`,
    `create index tickets_by_expiry on tickets (expires_at)`,
  ],
];

/**
 * Brings a database to the newest schema, all or nothing. Throws when the database was written by
 * a newer version of the tool.
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  await sql`create table if not exists schema_version (version integer not null) strict`.execute(
    db,
  );
  await db.transaction().execute(async (step) => {
    const row = await step.selectFrom('schema_version').select('version').executeTakeFirst();
    const done = row?.version ?? 0;
    if (done > migrations.length) {
      throw new Error('the database was written by a newer version of this tool');
    }
    for (const statement of migrations.slice(done).flat()) await sql.raw(statement).execute(step);
    await step.deleteFrom('schema_version').execute();
    await step.insertInto('schema_version').values({ version: migrations.length }).execute();
  });
}
