import type { Migration } from './migration.ts';

/** What is known of running meetings, for all processes, and what meeting servers tell by hooks. */
export const live: Migration = {
  name: '0008-live',
  statements: ({ integer, tableEnd }) => [
    `create table meeting_watches (
       meeting_id text primary key, asked_at ${integer} not null, recent text not null,
       settled_at ${integer} not null, answered_at ${integer} not null,
       changed_at ${integer} not null, snapshot text, failures ${integer} not null, failure_code text, event_at ${integer} not null,
       hook_at ${integer} not null) ${tableEnd}`,
    `create table hooks (
       id text primary key, token_hash text not null unique,
       room_id text not null references rooms on delete cascade, meeting_id text not null,
       hook_id text, registered_at ${integer} not null) ${tableEnd}`,
    `create index hooks_by_meeting on hooks (meeting_id)`,
    `create table hook_events (key text primary key, seen_at ${integer} not null) ${tableEnd}`,
    `create index hook_events_by_time on hook_events (seen_at)`,
    `create table hook_health (
       id text primary key, event_at ${integer} not null, missed_at ${integer} not null) ${tableEnd}`,
  ],
};
