import type { Migration } from './migration.ts';

/** Finds the sessions of somebody, whose rights may have changed. */
export const sessionsByUser: Migration = {
  name: '0013-sessions-by-user',
  statements: () => [`create index sessions_by_user on sessions (user_id)`],
};
