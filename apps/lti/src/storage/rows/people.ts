import type { TargetColumns } from './courses.ts';

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

export interface WatchTicketRow {
  ticket_hash: string;
  session_id: string;
  record_id: string;
  format: string;
  expires_at: number;
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
