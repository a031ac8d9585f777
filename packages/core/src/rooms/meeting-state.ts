import type { SeatVerdict } from './seats/seat-types.ts';

/** What is known of a room's meeting right now. */
export type MeetingState =
  | {
      readonly kind: 'absent';
      /** Whether the account's seats suffice for a start now (`seatVerdict`). Absent: no limit. */
      readonly seats?: SeatVerdict;
    }
  /** Ended a moment ago; the server has not cleaned up yet. */
  | { readonly kind: 'ending' }
  | {
      readonly kind: 'live';
      readonly createTime: number;
      readonly participantCount: number;
      readonly moderatorCount: number;
      /** 0 is unlimited. */
      readonly maxUsers: number;
      /** External ids of those who are in; they keep their seat. */
      readonly userIDs: readonly string[];
      /** Recording is on at this moment. */
      readonly recording?: true;
    };

/** The fields of `getMeetingInfo` that matter here. */
export interface MeetingInfo {
  readonly createTime: number;
  readonly participantCount?: number | undefined;
  readonly moderatorCount?: number | undefined;
  readonly maxUsers?: number | undefined;
  readonly hasBeenForciblyEnded?: boolean | undefined;
  readonly recording?: boolean | undefined;
  readonly attendees: readonly {
    readonly userID: string | undefined;
    readonly role: string | undefined;
  }[];
}

/** Reads the state from a `getMeetingInfo` reply; `null` means the server knows no such meeting. */
export function meetingStateFrom(info: MeetingInfo | null): MeetingState {
  if (info === null) return { kind: 'absent' };
  if (info.hasBeenForciblyEnded === true) return { kind: 'ending' };
  const { attendees } = info;
  return {
    kind: 'live',
    createTime: info.createTime,
    // Some servers leave the counters out; the list of attendees says the same.
    participantCount: info.participantCount ?? attendees.length,
    moderatorCount:
      info.moderatorCount ?? attendees.filter((attendee) => attendee.role === 'MODERATOR').length,
    maxUsers: info.maxUsers ?? 0,
    userIDs: attendees.flatMap(({ userID }) => (userID === undefined ? [] : [userID])),
    ...(info.recording === true && { recording: true }),
  };
}
