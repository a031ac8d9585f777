/** What a person becomes at a room, from most to least. */
export const standings = ['moderator', 'editor', 'viewer', 'observer', 'refused'] as const;

/**
 * - `moderator`: opens and leads meetings, changes the room and its recordings
 * - `editor`: changes the room and its recordings, takes part in meetings
 * - `viewer`: takes part
 * - `observer`: sees published recordings, enters no meeting
 * - `refused`: is not let in
 */
export type Standing = (typeof standings)[number];

export interface Rights {
  /** Leads the meetings of the room. */
  readonly isModerator: boolean;
  /** May change the room and its recordings. */
  readonly mayManage: boolean;
  /** May enter meetings. */
  readonly mayJoin: boolean;
}

/** Gives what somebody may do. */
export function rightsOf(standing: Standing): Rights {
  return {
    isModerator: standing === 'moderator',
    mayManage: standing === 'moderator' || standing === 'editor',
    mayJoin: standing !== 'observer' && standing !== 'refused',
  };
}

/** Compares two standings; positive when the first one gives more. */
export function compareStandings(one: Standing, other: Standing): number {
  return standings.indexOf(other) - standings.indexOf(one);
}
