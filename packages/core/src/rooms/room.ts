import type { RoomSettingValues } from './room-settings.ts';

/**
 * A persistent room of a host: its identity and its settings. The fields named here are what every
 * room says; all others are optional and described in `roomSettings`.
 */
export interface Room extends RoomSettingValues {
  /** Same for every meeting held in the room; unguessable where the host can choose. */
  readonly meetingID: string;
  readonly name: string;
  /** Whether meetings of this room may be recorded. */
  readonly record: boolean;
  /** Viewers may open the room too. */
  readonly anyoneCanStart: boolean;
  /** Viewers wait until a moderator is in; says nothing where `anyoneCanStart`, as nobody waits there. */
  readonly waitForModerator: boolean;
  /**
   * All join with the rights of a moderator, but opening and waiting stay as they are: the first one
   * in must lead by the host's roles or a code; whoever is in as moderator then ends the waiting.
   */
  readonly allJoinAsModerator: boolean;
  /** Epoch ms; outside opensAt…closesAt nobody but moderators comes in. */
  readonly opensAt?: number;
  readonly closesAt?: number;
  /** Seats; absent or 0 is unlimited. */
  readonly maxParticipants?: number;
  /** Planned length; absent or 0 is open-ended. */
  readonly durationMinutes?: number;
}

/** A person about to join, as the host knows them. */
export interface Participant {
  /** The host's id of the person, the same at every join. */
  readonly userID: string;
  readonly fullName: string;
  /** Decided by the host's roles. */
  readonly isModerator: boolean;
  /** Came through the room's link without an account of the host. */
  readonly isGuest?: boolean;
  /** Shut out of this room. */
  readonly isBanned?: boolean;
  /** What the host found when it compared the code the person typed. Absent: none was typed. */
  readonly code?: 'viewer' | 'moderator' | 'wrong';
  /** What the person answered when asked about being recorded. */
  readonly recordingConsent?: 'given' | 'declined';
  /** The person was told which meetings a start would end, and wants it. */
  readonly confirmsEviction?: boolean;
}
