/** Rows as they are stored. Times are epoch milliseconds, booleans 0 or 1. */
export interface Schema {
  migrations: { name: string; applied_at: number };
  jobs: JobRow;
  platforms: PlatformRow;
  deployments: { platform_id: string; deployment_id: string };
  waiting_deployments: { platform_id: string; deployment_id: string; seen_at: number };
  platform_changes: { platform_id: string; settings: string; requested_at: number };
  invites: { invite_hash: string; expires_at: number; used_at: number | null };
  tool_keys: ToolKeyRow;
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
  /** Where the registration comes from; the platforms file rules only over its own. */
  source: 'file' | 'command' | 'registration';
  /** Whether the first deployment that is seen becomes a known one. */
  adopts_deployment: number;
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
