import type { Migration } from './migration.ts';

/** Work that is due later. */
export const jobs: Migration = {
  name: '0003-jobs',
  statements: ({ integer, tableEnd }) => [
    `create table jobs (
       id text primary key, kind text not null, key text not null, payload text not null,
       due_at ${integer} not null, attempts ${integer} not null, lease text, lease_until ${integer},
       ended_at ${integer}, outcome text, unique (kind, key)) ${tableEnd}`,
    `create index jobs_by_due on jobs (kind, due_at) where ended_at is null`,
    `create index jobs_by_end on jobs (ended_at) where ended_at is not null`,
  ],
};
