import type { Migration } from './migration.ts';

/** Rules for roles, and what is known of courses, rooms and links that are copies of others. */
export const rolesAndCopies: Migration = {
  name: '0006-roles-and-copies',
  statements: ({ integer, tableEnd }) => [
    `create table role_rules (
       platform_id text not null references platforms on delete cascade,
       role text not null, standing text not null, primary key (platform_id, role)) ${tableEnd}`,
    `alter table links add column item_id text`,
    `create index links_by_id on links (platform_id, deployment_id, resource_link_id)`,
    `create table course_origins (
       platform_id text not null references platforms on delete cascade,
       deployment_id text not null, context_id text not null, origin_id text not null,
       noticed_at ${integer} not null,
       primary key (platform_id, deployment_id, context_id, origin_id)) ${tableEnd}`,
    `create table notices (
       platform_id text not null references platforms on delete cascade,
       notice_id text not null, received_at ${integer} not null,
       primary key (platform_id, notice_id)) ${tableEnd}`,
    `create index notices_by_time on notices (received_at)`,
    `create table room_copies (
       id text primary key, platform_id text not null, deployment_id text not null,
       context_id text not null, source_room_id text not null references rooms on delete cascade,
       room_id text not null references rooms on delete cascade,
       choice text not null, chosen_at ${integer}, used_at ${integer}, created_at ${integer} not null,
       unique (platform_id, deployment_id, context_id, source_room_id)) ${tableEnd}`,
    `create index room_copies_by_room on room_copies (room_id)`,
    `create index room_copies_by_source on room_copies (source_room_id)`,
    `create table session_copies (
       session_id text primary key references sessions on delete cascade,
       copy_id text not null references room_copies on delete cascade) ${tableEnd}`,
    `create index session_copies_by_copy on session_copies (copy_id)`,
    `alter table sessions add column is_test_user ${integer} not null default 0`,
  ],
};
