import type { Migration } from './migration.ts';

/**
 * Rooms of a course that any number of links open, their settings, what sessions may do, and what
 * people with power did. The four settings that were columns could not be changed by anybody, so
 * every room had the usual ones, which `{}` means.
 */
export const links: Migration = {
  name: '0004-links',
  statements: ({ integer, tableEnd }) => [
    `create table links (
       platform_id text not null, deployment_id text not null, context_id text not null,
       resource_link_id text not null, room_id text not null references rooms on delete cascade,
       opens text not null, record_id text, created_at ${integer} not null,
       primary key (platform_id, deployment_id, context_id, resource_link_id)) ${tableEnd}`,
    `create index links_by_room on links (room_id)`,
    `insert into links
       select platform_id, deployment_id, context_id, resource_link_id, id, 'room', null, created_at
       from rooms`,
    `alter table rooms rename column resource_link_id to made_for`,
    `update rooms set made_for = 'link:' || made_for`,
    ...['record', 'anyone_can_start', 'wait_for_moderator', 'all_join_as_moderator'].map(
      (column) => `alter table rooms drop column ${column}`,
    ),
    `alter table rooms add column settings text not null default '{}'`,
    `alter table rooms add column group_key text not null default ''`,
    `alter table rooms add column source_room_id text references rooms on delete set null`,
    `create table chosen_items (
       id text primary key, platform_id text not null, deployment_id text not null,
       context_id text not null, room_id text not null references rooms on delete cascade,
       opens text not null, record_id text, created_at ${integer} not null) ${tableEnd}`,
    `create index chosen_items_by_room on chosen_items (room_id)`,
    `alter table sessions add column may_manage ${integer} not null default 0`,
    `alter table sessions add column may_join ${integer} not null default 1`,
    `update sessions set may_manage = is_moderator`,
    `alter table sessions add column opens text not null default 'room'`,
    `alter table sessions add column record_id text`,
    `alter table sessions add column group_keys text not null default '[]'`,
    `create table audit (
       id text primary key, at ${integer} not null, platform_id text, deployment_id text,
       room_id text, actor text not null, action text not null, detail text not null) ${tableEnd}`,
    `create index audit_by_time on audit (at)`,
    `create index audit_by_actor on audit (actor)`,
  ],
};
