import type { Migration } from './migration.ts';

/** Settings that two people change at once, presets, opening hours, and documents of rooms. */
export const settings: Migration = {
  name: '0007-settings',
  statements: ({ integer, bytes, tableEnd }) => [
    `create table presets (
       id text primary key, platform_id text not null, deployment_id text not null,
       name text not null, setting_values text not null, locked text not null,
       is_default ${integer} not null, created_at ${integer} not null,
       unique (platform_id, deployment_id, name)) ${tableEnd}`,
    `create unique index presets_by_default on presets (platform_id, deployment_id)
       where is_default = 1`,
    `alter table rooms add column preset_id text references presets on delete set null`,
    `alter table rooms add column settings_version ${integer} not null default 0`,
    `alter table rooms add column opening_hours text`,
    `create table room_documents (
       id text primary key, room_id text not null references rooms on delete cascade,
       name text not null, type text not null, size ${integer} not null,
       position ${integer} not null, content ${bytes} not null, added_at ${integer} not null)
       ${tableEnd}`,
    `create index room_documents_by_room on room_documents (room_id, position)`,
    `create table document_links (
       token_hash text primary key,
       document_id text not null references room_documents on delete cascade,
       expires_at ${integer} not null) ${tableEnd}`,
    `create index document_links_by_document on document_links (document_id)`,
    `create index document_links_by_expiry on document_links (expires_at)`,
  ],
};
