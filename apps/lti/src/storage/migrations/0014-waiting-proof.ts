import type { Migration } from './migration.ts';

/** Whether a signed launch named a waiting deployment, or only a login, which anybody can send. */
export const waitingProof: Migration = {
  name: '0014-waiting-proof',
  statements: ({ integer }) => [
    `alter table waiting_deployments add column signed ${integer} not null default 0`,
  ],
};
