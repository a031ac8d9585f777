import type { Migration } from './migration.ts';

/** Who is a test user decides nothing once somebody is in, so it is kept no more. */
export const noTestUsers: Migration = {
  name: '0015-no-test-users',
  statements: () => [`alter table sessions drop column is_test_user`],
};
