import type { Migration } from './migration.ts';

/** People who are choosing what links of a course shall open. */
export const choosers: Migration = {
  name: '0005-choosers',
  statements: ({ integer, tableEnd }) => [
    `create table choosers (
       id text primary key, platform_id text not null references platforms on delete cascade,
       deployment_id text not null, context_id text not null, context_title text not null,
       user_id text not null, language text not null, wish text not null,
       code_hash text unique, code_until ${integer} not null, token_hash text unique,
       expires_at ${integer} not null) ${tableEnd}`,
    `create index choosers_by_expiry on choosers (expires_at)`,
  ],
};
