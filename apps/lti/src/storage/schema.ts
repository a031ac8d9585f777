import type { Generated } from 'kysely';
import type { Standing } from '../roles/standings.ts';

/** Rows as they are stored. Times are epoch milliseconds, booleans 0 or 1. */
export interface Schema {
  migrations: { name: string; applied_at: number };
  jobs: JobRow;
  meetings: MeetingRow;
  recordings: RecordingRow;
  recording_lists: RecordingListRow;
  watch_tickets: WatchTicketRow;
  platforms: PlatformRow;
  deployments: { platform_id: string; deployment_id: string };
  waiting_deployments: {
    platform_id: string;
    deployment_id: string;
    seen_at: number;
    signed: number;
  };
  platform_changes: { platform_id: string; settings: string; requested_at: number };
  invites: { invite_hash: string; expires_at: number; used_at: number | null };
  tool_keys: ToolKeyRow;
  logins: LoginRow;
  rooms: RoomRow;
  presets: PresetRow;
  room_documents: RoomDocumentRow;
  document_links: { token_hash: string; document_id: string; expires_at: number };
  links: LinkRow;
  role_rules: { platform_id: string; role: string; standing: Standing };
  course_origins: CourseOriginRow;
  notices: { platform_id: string; notice_id: string; received_at: number };
  room_copies: RoomCopyRow;
  session_copies: { session_id: string; copy_id: string };
  chosen_items: ChosenItemRow;
  choosers: ChooserRow;
  course_groups: CourseGroupRow;
  group_members: GroupMemberRow;
  course_services: CourseServicesRow;
  meeting_watches: MeetingWatchRow;
  hooks: HookRow;
  hook_events: { key: string; seen_at: number };
  hook_health: { id: string; event_at: number; missed_at: number };
  sessions: SessionRow;
  bearers: { token_hash: string; session_id: string };
  tickets: TicketRow;
  audit: AuditRow;
  admin_codes: { code_hash: string; expires_at: number };
  admin_sessions: { token_hash: string; created_at: number; last_used_at: number };
  launch_traces: LaunchTraceRow;
}

export interface PlatformRow {
  id: string;
  issuer: string;
  client_id: string;
  name: string;
  authorization_endpoint: string;
  jwks_uri: string;
  token_endpoint: string;
  /** JSON list of origins that may frame our pages. */
  frame_origins: string;
  enabled: number;
  /** Where the registration comes from; the platforms file rules only over its own. */
  source: 'file' | 'command' | 'registration';
  /** Whether the first deployment that is seen becomes a known one. */
  adopts_deployment: number;
  /** Whether an administrator has switched it off, which the platforms file does not undo. */
  switched_off: number;
}

export interface ToolKeyRow {
  kid: string;
  /** Counts up; two processes that rotate at once make the same one. */
  generation: number;
  /** JSON of the public JWK. */
  public_jwk: string;
  sealed_private_jwk: string;
  signs_from: number;
  /** When the key is published no longer; null while it has no successor. */
  leaves_at: number | null;
}

export interface LoginRow {
  state_hash: string;
  nonce: string;
  binding_hash: string;
  platform_id: string;
  target_link_uri: string;
  login_hint: string;
  message_hint: string | null;
  deployment_hint: string | null;
  /** Frame of the platform that keeps values for us, where it offers one. */
  storage_target: string | null;
  storage_hash: string | null;
  expires_at: number;
}

export interface RoomRow {
  id: string;
  platform_id: string;
  deployment_id: string;
  /** Empty where the platform names no course. */
  context_id: string;
  /** Why it was made; with the course it makes the room unique. */
  made_for: string;
  meeting_id: string;
  title: string;
  context_title: string;
  /** JSON of the settings that differ from the usual ones. */
  settings: string;
  group_key: string;
  source_room_id: string | null;
  preset_id: string | null;
  /** Counts the changes of the settings, so that nobody overwrites what they have not seen. */
  settings_version: Generated<number>;
  /** JSON of the weekly hours; null: always open. */
  opening_hours: string | null;
  group_use: Generated<'none' | 'breakout' | 'separate' | 'visible'>;
  created_at: number;
}

export interface PresetRow {
  id: string;
  /** Empty, like the deployment, where it is for all. */
  platform_id: string;
  deployment_id: string;
  name: string;
  /** JSON of its values. */
  setting_values: string;
  /** JSON list of the names that rooms cannot change. */
  locked: string;
  is_default: number;
  created_at: number;
}

interface RoomDocumentRow {
  id: string;
  room_id: string;
  name: string;
  /** Media type. */
  type: string;
  size: number;
  position: number;
  content: Uint8Array;
  added_at: number;
}

interface TargetColumns {
  room_id: string;
  opens: 'room' | 'recording' | 'gallery';
  record_id: string | null;
}

interface CourseColumns {
  platform_id: string;
  deployment_id: string;
  context_id: string;
}

export interface LinkRow extends CourseColumns, TargetColumns {
  resource_link_id: string;
  /** The chosen item the link named when it was bound. */
  item_id: string | null;
  created_at: number;
}

interface CourseOriginRow extends CourseColumns {
  /** A course of the same tenant that this one is a copy of, as the platform told us. */
  origin_id: string;
  noticed_at: number;
}

/** The room of a course that came about because a link to another course's room was copied. */
export interface RoomCopyRow extends CourseColumns {
  id: string;
  source_room_id: string;
  room_id: string;
  choice: 'clone' | 'share' | 'empty';
  /** When a teacher chose; null while it is as it came about. */
  chosen_at: number | null;
  /** When it was first seen that a meeting was held in the room. */
  used_at: number | null;
  created_at: number;
}

interface CourseGroupRow extends CourseColumns {
  group_id: string;
  /** As the platform says; empty where it does not. */
  name: string;
  /** As a teacher calls it; empty where nobody did. */
  own_name: string;
  seen_at: number;
}

interface GroupMemberRow extends CourseColumns {
  group_id: string;
  user_id: string;
}

interface CourseServicesRow extends CourseColumns {
  groups_url: string | null;
  memberships_url: string | null;
}

export interface ChosenItemRow extends CourseColumns, TargetColumns {
  id: string;
  created_at: number;
}

export interface ChooserRow extends CourseColumns {
  id: string;
  context_title: string;
  user_id: string;
  language: string;
  /** JSON of what the platform asked for. */
  wish: string;
  /** Null once it was used. */
  code_hash: string | null;
  code_until: number;
  /** Null until the page is open. */
  token_hash: string | null;
  expires_at: number;
}

export interface SessionRow {
  id: string;
  room_id: string;
  user_id: string;
  full_name: string;
  is_moderator: number;
  may_manage: number;
  may_join: number;
  opens: TargetColumns['opens'];
  record_id: string | null;
  /** JSON list of the groups of the course the person is in. */
  group_keys: string;
  is_test_user: number;
  language: string;
  created_at: number;
  last_used_at: number;
}

export interface TicketRow {
  ticket_hash: string;
  purpose: 'session' | 'join';
  session_id: string;
  expires_at: number;
}

export interface MeetingWatchRow {
  meeting_id: string;
  asked_at: number;
  /** JSON list of the times of the latest questions. */
  recent: string;
  settled_at: number;
  answered_at: number;
  changed_at: number;
  /** JSON of the meeting, `null` for none. */
  snapshot: string | null;
  failures: number;
  failure_code: string | null;
  event_at: number;
  hook_at: number;
}

export interface HookRow {
  id: string;
  token_hash: string;
  room_id: string;
  meeting_id: string;
  /** The server's name for it. */
  hook_id: string | null;
  registered_at: number;
}

export interface AuditRow {
  id: string;
  at: number;
  platform_id: string | null;
  deployment_id: string | null;
  room_id: string | null;
  actor: string;
  action: string;
  /** JSON. */
  detail: string;
}

export interface LaunchTraceRow {
  id: string;
  platform_id: string | null;
  at: number;
  outcome: string;
  /** JSON list of the checks that were passed. */
  passed: string;
  failed: string | null;
  /** JSON. */
  detail: string;
}

export interface MeetingRow {
  id: string;
  /** Null for a meeting that another system has on the same account. */
  room_id: string | null;
  meeting_id: string;
  internal_id: string | null;
  create_time: number | null;
  language: string;
  opened_at: number;
  planned_end_at: number | null;
  seats: number;
  people: number | null;
  state: 'planned' | 'live' | 'ended';
  warned_at: number | null;
  /** JSON of the `end` calls so far. */
  ends: string | null;
  seen_at: number | null;
  seen: 'live' | 'ending' | 'absent' | null;
  ended_at: number | null;
  /** The tool on time, a person, the server, a refused or lost `create`, or a later meeting. */
  ended_by: 'schedule' | 'person' | 'server' | 'refused' | 'never_opened' | 'gave_up' | null;
  revision: number;
}

export interface JobRow {
  id: string;
  kind: string;
  key: string;
  payload: string;
  due_at: number;
  /** How often it was claimed. */
  attempts: number;
  /** Known only to the process that works on it. */
  lease: string | null;
  lease_until: number | null;
  ended_at: number | null;
  outcome: 'completed' | 'failed' | null;
}

export interface RecordingRow {
  room_id: string;
  record_id: string;
  state: 'expected' | 'processing' | 'processed' | 'published' | 'unpublished' | 'deleted';
  /** JSON of what the server last said; null while it is expected. */
  facts: string | null;
  /** Its name in small letters and without accents. */
  search_text: string;
  started_at: number | null;
  expected_since: number | null;
  missing_since: number | null;
  audience: 'room' | 'teachers';
}

export interface RecordingListRow {
  room_id: string;
  /** When the server last told everything. */
  read_at: number | null;
  /** When it is asked again without anybody waiting for it. */
  due_at: number | null;
  /** How often it has failed in a row. */
  failures: number;
  /** Until then somebody is asking. */
  lease_until: number | null;
  /** The recording that the meeting would leave that was last seen open. */
  live_record_id: string | null;
  /** Whether its recording was seen to be on. */
  live_recorded: number;
  /** When the last meeting was found over. */
  ended_at: number | null;
}

export interface WatchTicketRow {
  ticket_hash: string;
  session_id: string;
  record_id: string;
  format: string;
  expires_at: number;
}
