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
