import type { Migration } from './migration.ts';

/** Who looks after the tool, platforms they switched off, and how far launches got. */
export const admin: Migration = {
  name: '0011-admin',
  statements: ({ integer, tableEnd }) => [
    `alter table platforms add column switched_off ${integer} not null default 0`,
    `create table admin_codes (
       code_hash text primary key, expires_at ${integer} not null) ${tableEnd}`,
    `create table admin_sessions (
       token_hash text primary key, created_at ${integer} not null,
       last_used_at ${integer} not null) ${tableEnd}`,
    `create table launch_traces (
       id text primary key, platform_id text references platforms on delete cascade,
       at ${integer} not null, outcome text not null, passed text not null, failed text,
       detail text not null) ${tableEnd}`,
    `create index launch_traces_by_platform on launch_traces (platform_id, at)`,
    `create index launch_traces_by_time on launch_traces (at)`,
    `create index audit_by_room on audit (room_id)`,
  ],
};
