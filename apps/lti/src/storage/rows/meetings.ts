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
