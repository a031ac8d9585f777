/** Rows as they are stored. Times are epoch milliseconds, booleans 0 or 1. */
export interface Schema {
  schema_version: { version: number };
  platforms: PlatformRow;
  deployments: { platform_id: string; deployment_id: string };
  logins: LoginRow;
  rooms: RoomRow;
  sessions: SessionRow;
  bearers: { token_hash: string; session_id: string };
  tickets: TicketRow;
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
  expires_at: number;
}

export interface RoomRow {
  id: string;
  platform_id: string;
  deployment_id: string;
  /** Empty where the platform names no course. */
  context_id: string;
  resource_link_id: string;
  meeting_id: string;
  title: string;
  context_title: string;
  record: number;
  anyone_can_start: number;
  wait_for_moderator: number;
  all_join_as_moderator: number;
  created_at: number;
}

export interface SessionRow {
  id: string;
  room_id: string;
  user_id: string;
  full_name: string;
  is_moderator: number;
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
