import type { Migration } from './migration.ts';

/** Groups of courses, who is in them, and what a room does with them. */
export const groups: Migration = {
  name: '0012-groups',
  statements: ({ integer, tableEnd }) => [
    `create table course_groups (
       platform_id text not null references platforms on delete cascade,
       deployment_id text not null, context_id text not null, group_id text not null,
       name text not null, own_name text not null default '', seen_at ${integer} not null,
       primary key (platform_id, deployment_id, context_id, group_id)) ${tableEnd}`,
    `create table group_members (
       platform_id text not null references platforms on delete cascade,
       deployment_id text not null, context_id text not null, group_id text not null,
       user_id text not null,
       primary key (platform_id, deployment_id, context_id, group_id, user_id)) ${tableEnd}`,
    `create index group_members_by_user on group_members (user_id)`,
    `create table course_services (
       platform_id text not null references platforms on delete cascade,
       deployment_id text not null, context_id text not null,
       groups_url text, memberships_url text,
       primary key (platform_id, deployment_id, context_id)) ${tableEnd}`,
    `alter table rooms add column group_use text not null default 'none'`,
  ],
};
