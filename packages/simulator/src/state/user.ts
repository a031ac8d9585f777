export type Role = 'MODERATOR' | 'VIEWER';

/** A person as `join` admitted them. */
export interface AdmittedUser {
  internalUserID: string;
  /** The id the caller chose; the internal id when it chose none. */
  userID: string;
  fullName: string;
  role: Role;
  bot: boolean;
  /** True for people whom the caller called guests. */
  guest?: boolean;
}

/** A person whose browser is, or was a moment ago, connected. */
export interface MeetingUser extends AdmittedUser {
  connections: number;
  disconnectedAt?: number;
  handRaised: boolean;
  /** For people of a seed: they stay without a browser. */
  needsNoPage?: true;
}
