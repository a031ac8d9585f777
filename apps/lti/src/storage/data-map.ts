import type { Schema } from './schema.ts';

/** By what the rows of a table are known to belong to an institution. */
export type Belonging =
  /** They name platform and deployment. */
  | 'tenant'
  /** They name a platform and concern all its deployments. */
  | 'platform'
  /** They are the registration itself. */
  | 'registration'
  | 'room'
  | 'meeting'
  | 'session'
  | 'document'
  /** To the tool as a whole: they say nothing about an institution or a person. */
  | 'tool';

export interface TablePlan {
  readonly of: Belonging;
  /** The column that holds the userID of a person, and what becomes of a row when they are erased. */
  readonly person?: { readonly column: string; readonly erased: 'deleted' | 'renamed' };
  /** A column whose text may hold a userID: it is `renamed` there, or the text `emptied`. */
  readonly mentions?: { readonly column: string; readonly erased: 'renamed' | 'emptied' };
  /** The only columns that an export shows; all but secrets where absent. */
  readonly shown?: readonly string[];
}

/**
 * Says for every table whose data it holds, so that exporting and erasing forget none: a table that
 * is missing here does not compile.
 */
export const dataMap: Readonly<Record<keyof Schema, TablePlan>> = {
  platforms: { of: 'registration' },
  platform_changes: { of: 'platform' },
  role_rules: { of: 'platform' },
  notices: { of: 'platform' },
  launch_traces: { of: 'platform' },
  logins: { of: 'platform', shown: ['platform_id', 'target_link_uri', 'expires_at'] },

  deployments: { of: 'tenant' },
  waiting_deployments: { of: 'tenant' },
  rooms: { of: 'tenant' },
  links: { of: 'tenant' },
  chosen_items: { of: 'tenant' },
  choosers: { of: 'tenant', person: { column: 'user_id', erased: 'deleted' } },
  course_origins: { of: 'tenant' },
  room_copies: { of: 'tenant' },
  presets: { of: 'tenant' },
  course_groups: { of: 'tenant' },
  group_members: { of: 'tenant', person: { column: 'user_id', erased: 'deleted' } },
  course_services: { of: 'tenant' },
  audit: {
    of: 'tenant',
    person: { column: 'actor', erased: 'renamed' },
    mentions: { column: 'detail', erased: 'renamed' },
  },

  sessions: { of: 'room', person: { column: 'user_id', erased: 'deleted' } },
  recordings: { of: 'room' },
  recording_lists: { of: 'room' },
  hooks: { of: 'room' },
  meetings: { of: 'room' },
  room_documents: {
    of: 'room',
    shown: ['id', 'room_id', 'name', 'type', 'size', 'position', 'added_at'],
  },
  meeting_watches: { of: 'meeting', mentions: { column: 'snapshot', erased: 'emptied' } },
  bearers: { of: 'session' },
  tickets: { of: 'session' },
  watch_tickets: { of: 'session' },
  session_copies: { of: 'session' },
  document_links: { of: 'document' },

  migrations: { of: 'tool' },
  jobs: { of: 'tool' },
  invites: { of: 'tool' },
  tool_keys: { of: 'tool' },
  hook_events: { of: 'tool' },
  hook_health: { of: 'tool' },
  admin_codes: { of: 'tool' },
  admin_sessions: { of: 'tool' },
};

/** Hashes of tokens and sealed values open nothing, and still belong to nobody else. */
export function isSecretColumn(name: string): boolean {
  return /_hash$|^sealed_|^nonce$|^lease$/.test(name);
}
