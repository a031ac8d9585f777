import type { Migration } from './migration.ts';

/** Platforms, logins, rooms, and the sessions of people at them. */
export const rooms: Migration = {
  name: '0001-rooms',
  statements: ({ integer, tableEnd }) => [
    `create table platforms (
       id text primary key, issuer text not null, client_id text not null, name text not null,
       authorization_endpoint text not null, jwks_uri text not null, token_endpoint text not null,
       frame_origins text not null, enabled ${integer} not null,
       unique (issuer, client_id)) ${tableEnd}`,
    `create table deployments (
       platform_id text not null references platforms on delete cascade,
       deployment_id text not null, primary key (platform_id, deployment_id)) ${tableEnd}`,
    `create table logins (
       state_hash text primary key, nonce text not null, binding_hash text not null,
       platform_id text not null references platforms on delete cascade,
       target_link_uri text not null, login_hint text not null, message_hint text,
       deployment_hint text, expires_at ${integer} not null) ${tableEnd}`,
    `create index logins_by_expiry on logins (expires_at)`,
    `create table rooms (
       id text primary key, platform_id text not null references platforms,
       deployment_id text not null, context_id text not null, resource_link_id text not null,
       meeting_id text not null unique, title text not null, context_title text not null,
       record ${integer} not null, anyone_can_start ${integer} not null,
       wait_for_moderator ${integer} not null, all_join_as_moderator ${integer} not null,
       created_at ${integer} not null,
       unique (platform_id, deployment_id, context_id, resource_link_id)) ${tableEnd}`,
    `create table sessions (
       id text primary key, room_id text not null references rooms on delete cascade,
       user_id text not null, full_name text not null, is_moderator ${integer} not null,
       language text not null, created_at ${integer} not null, last_used_at ${integer} not null) ${tableEnd}`,
    `create index sessions_by_use on sessions (last_used_at)`,
    `create table bearers (
       token_hash text primary key,
       session_id text not null references sessions on delete cascade) ${tableEnd}`,
    `create index bearers_by_session on bearers (session_id)`,
    `create table tickets (
       ticket_hash text primary key, purpose text not null,
       session_id text not null references sessions on delete cascade,
       expires_at ${integer} not null) ${tableEnd}`,
    `create index tickets_by_session on tickets (session_id)`,
    `create index tickets_by_expiry on tickets (expires_at)`,
  ],
};
