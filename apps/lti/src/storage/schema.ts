import type { Standing } from '../roles/standings.ts';
import type {
  ChooserRow,
  ChosenItemRow,
  CourseGroupRow,
  CourseOriginRow,
  CourseServicesRow,
  GroupMemberRow,
  LinkRow,
  RoomCopyRow,
} from './rows/courses.ts';
import type { JobRow } from './rows/jobs.ts';
import type { HookRow, MeetingRow, MeetingWatchRow } from './rows/meetings.ts';
import type { AuditRow, SessionRow, TicketRow, WatchTicketRow } from './rows/people.ts';
import type { LaunchTraceRow, LoginRow, PlatformRow, ToolKeyRow } from './rows/platforms.ts';
import type { RecordingListRow, RecordingRow } from './rows/recordings.ts';
import type { PresetRow, RoomDocumentRow, RoomRow } from './rows/rooms.ts';

/**
 * The tables; their rows are in `rows/`. Times are epoch milliseconds, booleans 0 or 1, lists and
 * records JSON.
 */
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
