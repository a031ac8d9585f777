import type { Migration } from './migration.ts';

/** Meetings of rooms from before they are created until after they ended, and the seats they hold. */
export const meetings: Migration = {
  name: '0010-meetings',
  statements: ({ integer, tableEnd }) => [
    `create table meetings (
       id text primary key, room_id text references rooms on delete cascade,
       meeting_id text not null, internal_id text, create_time ${integer},
       language text not null, opened_at ${integer} not null, planned_end_at ${integer},
       seats ${integer} not null, people ${integer}, state text not null,
       warned_at ${integer}, ends text, seen_at ${integer}, seen text,
       ended_at ${integer}, ended_by text, revision ${integer} not null) ${tableEnd}`,
    `create unique index meetings_open on meetings (meeting_id) where state <> 'ended'`,
    `create index meetings_by_room on meetings (room_id, opened_at)`,
    `create index meetings_by_end on meetings (ended_at) where state = 'ended'`,
  ],
};
