import type { Migration } from './migration.ts';

/** Platforms that register themselves, platform storage, and our own keys. */
export const registration: Migration = {
  name: '0002-registration',
  statements: ({ integer, tableEnd }) => [
    `alter table platforms add column source text not null default 'file'`,
    `alter table platforms add column adopts_deployment ${integer} not null default 0`,
    `alter table logins add column storage_target text`,
    `alter table logins add column storage_hash text`,
    `create table waiting_deployments (
       platform_id text not null references platforms on delete cascade,
       deployment_id text not null, seen_at ${integer} not null,
       primary key (platform_id, deployment_id)) ${tableEnd}`,
    `create table platform_changes (
       platform_id text primary key references platforms on delete cascade,
       settings text not null, requested_at ${integer} not null) ${tableEnd}`,
    `create table invites (
       invite_hash text primary key, expires_at ${integer} not null, used_at ${integer}) ${tableEnd}`,
    `create table tool_keys (
       kid text primary key, generation ${integer} not null unique, public_jwk text not null,
       sealed_private_jwk text not null, signs_from ${integer} not null, leaves_at ${integer}) ${tableEnd}`,
  ],
};
