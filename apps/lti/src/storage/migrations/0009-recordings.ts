import type { Migration } from './migration.ts';

/** Our own index of recordings, when it was last compared with the server, and ways to watch. */
export const recordings: Migration = {
  name: '0009-recordings',
  statements: ({ integer, tableEnd }) => [
    `create table recordings (
       room_id text not null references rooms on delete cascade, record_id text not null,
       state text not null, facts text, search_text text not null, started_at ${integer},
       expected_since ${integer}, missing_since ${integer}, audience text not null,
       primary key (room_id, record_id)) ${tableEnd}`,
    `create table recording_lists (
       room_id text primary key references rooms on delete cascade, read_at ${integer},
       due_at ${integer}, failures ${integer} not null, lease_until ${integer},
       live_record_id text, live_recorded ${integer} not null, ended_at ${integer}) ${tableEnd}`,
    `create index recording_lists_by_due on recording_lists (due_at) where due_at is not null`,
    `create table watch_tickets (
       ticket_hash text primary key,
       session_id text not null references sessions on delete cascade,
       record_id text not null, format text not null, expires_at ${integer} not null) ${tableEnd}`,
    `create index watch_tickets_by_session on watch_tickets (session_id)`,
    `create index watch_tickets_by_expiry on watch_tickets (expires_at)`,
  ],
};
