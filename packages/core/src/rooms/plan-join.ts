import type { MeetingState } from './meeting-state.ts';
import type { Participant, Room } from './room.ts';

export type MeetingRole = 'MODERATOR' | 'VIEWER';

/** What to do for somebody who wants to enter a room. Waiting and refusing are answers, not errors. */
export type JoinPlan =
  /** Create the meeting, then join it. */
  | { readonly kind: 'start'; readonly role: MeetingRole }
  /** Join the live meeting. */
  | { readonly kind: 'join'; readonly role: MeetingRole }
  /** Ask again in a moment. */
  | { readonly kind: 'wait'; readonly reason: 'not_started' | 'moderator_absent' | 'ending' }
  | { readonly kind: 'refuse'; readonly reason: 'closed' | 'full' }
  | { readonly kind: 'refuse'; readonly reason: 'not_yet_open'; readonly opensAt: number };

/**
 * Decides how a participant enters a room: start, join, wait or refuse.
 *
 * Opening hours bind viewers, not moderators; who is already in keeps a seat; a meeting that is
 * ending must be gone before a new one can start under the same meetingID.
 */
export function planJoin(
  room: Room,
  participant: Participant,
  meeting: MeetingState,
  now: number,
): JoinPlan {
  const leads = participant.isModerator;
  const role: MeetingRole = leads || room.allJoinAsModerator ? 'MODERATOR' : 'VIEWER';

  if (!leads && room.opensAt !== undefined && now < room.opensAt) {
    return { kind: 'refuse', reason: 'not_yet_open', opensAt: room.opensAt };
  }
  if (!leads && room.closesAt !== undefined && now >= room.closesAt) {
    return { kind: 'refuse', reason: 'closed' };
  }
  switch (meeting.kind) {
    case 'ending':
      return { kind: 'wait', reason: 'ending' };
    case 'absent':
      return leads || room.anyoneCanStart
        ? { kind: 'start', role }
        : { kind: 'wait', reason: 'not_started' };
    case 'live':
      return planLiveJoin(room, participant, meeting, role);
  }
}

function planLiveJoin(
  room: Room,
  participant: Participant,
  meeting: MeetingState & { kind: 'live' },
  role: MeetingRole,
): JoinPlan {
  const returns = meeting.userIDs.includes(participant.userID);
  if (!returns && meeting.maxUsers > 0 && meeting.participantCount >= meeting.maxUsers) {
    return { kind: 'refuse', reason: 'full' };
  }
  const waits = room.waitForModerator && !participant.isModerator && !room.anyoneCanStart;
  if (waits && meeting.moderatorCount === 0) return { kind: 'wait', reason: 'moderator_absent' };
  return { kind: 'join', role };
}
