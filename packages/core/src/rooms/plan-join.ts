import type { RefuseReason, WaitReason } from './join-reasons.ts';
import type { MeetingState } from './meeting-state.ts';
import type { Participant, Room } from './room.ts';
import type { SeatWindow } from './seats/seat-types.ts';

export type MeetingRole = 'MODERATOR' | 'VIEWER';

/** How somebody comes in; `guest` is for the `join` parameter of that name. */
interface Entry {
  readonly role: MeetingRole;
  readonly guest?: true;
}

/** Refusals that carry more than their reason. */
type ExplainedReason = 'not_yet_open' | 'seats_exhausted' | 'would_evict';

/** What to do for somebody who wants to enter a room. Waiting and refusing are answers, not errors. */
export type JoinPlan =
  /** Create the meeting, then join it. */
  | ({ readonly kind: 'start' } & Entry)
  /** Join the live meeting. */
  | ({ readonly kind: 'join' } & Entry)
  /** Ask again in a moment. */
  | { readonly kind: 'wait'; readonly reason: WaitReason }
  | { readonly kind: 'refuse'; readonly reason: Exclude<RefuseReason, ExplainedReason> }
  | { readonly kind: 'refuse'; readonly reason: 'not_yet_open'; readonly opensAt: number }
  | {
      readonly kind: 'refuse';
      readonly reason: 'seats_exhausted';
      /**
       * When the seats suffice; null: never, the room is larger than the account; absent: as soon
       * as a meeting in overtime ends.
       */
      readonly nextWindow?: SeatWindow | null;
    }
  | {
      readonly kind: 'refuse';
      readonly reason: 'would_evict';
      readonly meetings: readonly string[];
    };

/**
 * Decides how a participant enters a room: start, join, wait or refuse (`joinReasons`).
 *
 * What binds viewers (hours, codes, waiting) does not bind who leads; who is already in keeps a
 * seat; a meeting that is ending must be gone before a new one can start under the same
 * meetingID. Consent is asked before anybody waits, so that waiting people come in by themselves.
 */
export function planJoin(
  room: Room,
  participant: Participant,
  meeting: MeetingState,
  now: number,
): JoinPlan {
  const leads = leadsIn(room, participant);
  const refusal =
    refusalAtDoor(room, participant, leads, now) ?? consentRefusal(room, participant, meeting);
  if (refusal !== undefined) return refusal;

  const entry: Entry = {
    role: leads || room.allJoinAsModerator ? 'MODERATOR' : 'VIEWER',
    ...(participant.isGuest === true && !leads && { guest: true }),
  };
  switch (meeting.kind) {
    case 'ending':
      return { kind: 'wait', reason: 'ending' };
    case 'absent':
      // Who needs approval cannot open: nobody would be in to approve, yet seats would be taken.
      return leads || (room.anyoneCanStart && !needsApproval(room, entry))
        ? planStart(participant, meeting, leads, entry)
        : { kind: 'wait', reason: 'not_started' };
    case 'live':
      return planLiveJoin(room, participant, meeting, leads, entry);
  }
}

function leadsIn(room: Room, { isModerator, code }: Participant): boolean {
  return isModerator || (code === 'moderator' && room.hasModeratorCode === true);
}

function needsApproval(room: Room, entry: Entry): boolean {
  return room.guestApproval === true && entry.guest === true;
}

function refusalAtDoor(
  room: Room,
  participant: Participant,
  leads: boolean,
  now: number,
): JoinPlan | undefined {
  if (participant.isBanned === true) return { kind: 'refuse', reason: 'banned' };
  if (leads) return undefined;
  if (participant.isGuest === true && room.guestsAllowed !== true) {
    return { kind: 'refuse', reason: 'guests_not_allowed' };
  }
  const hasCodes = room.hasViewerCode === true || room.hasModeratorCode === true;
  if (hasCodes && participant.code === 'wrong') return { kind: 'refuse', reason: 'code_wrong' };
  if (room.hasViewerCode === true && participant.code !== 'viewer') {
    return { kind: 'refuse', reason: 'code_required' };
  }
  if (room.opensAt !== undefined && now < room.opensAt) {
    return { kind: 'refuse', reason: 'not_yet_open', opensAt: room.opensAt };
  }
  if (room.closesAt !== undefined && now >= room.closesAt) {
    return { kind: 'refuse', reason: 'closed' };
  }
  return undefined;
}

function consentRefusal(
  room: Room,
  { recordingConsent }: Participant,
  meeting: MeetingState,
): JoinPlan | undefined {
  // A meeting that is being recorded stays so even if the room was changed since it started.
  const mayRecord = room.record || (meeting.kind === 'live' && meeting.recording === true);
  if (!mayRecord || room.recordingConsent !== true || recordingConsent === 'given') {
    return undefined;
  }
  const declined = recordingConsent === 'declined';
  return { kind: 'refuse', reason: declined ? 'consent_declined' : 'consent_required' };
}

function planStart(
  participant: Participant,
  { seats }: MeetingState & { kind: 'absent' },
  leads: boolean,
  entry: Entry,
): JoinPlan {
  if (seats?.kind === 'short') {
    return { kind: 'refuse', reason: 'seats_exhausted', nextWindow: seats.nextWindow };
  }
  if (seats?.kind === 'evicts' && !(leads && participant.confirmsEviction === true)) {
    // Only who leads is asked whether to end somebody else's meeting.
    return leads
      ? { kind: 'refuse', reason: 'would_evict', meetings: seats.meetings }
      : { kind: 'refuse', reason: 'seats_exhausted' };
  }
  return { kind: 'start', ...entry };
}

function planLiveJoin(
  room: Room,
  participant: Participant,
  meeting: MeetingState & { kind: 'live' },
  leads: boolean,
  entry: Entry,
): JoinPlan {
  if (isFull(room, participant, meeting, leads)) return { kind: 'refuse', reason: 'full' };
  const waits = room.waitForModerator && !room.anyoneCanStart && !leads;
  if ((waits || needsApproval(room, entry)) && meeting.moderatorCount === 0) {
    return { kind: 'wait', reason: 'moderator_absent' };
  }
  return { kind: 'join', ...entry };
}

function isFull(
  room: Room,
  { userID }: Participant,
  meeting: MeetingState & { kind: 'live' },
  leads: boolean,
): boolean {
  if (meeting.maxUsers <= 0 || meeting.userIDs.includes(userID)) return false;
  const kept = leads ? 0 : Math.max(0, (room.seatsKeptForModerators ?? 0) - meeting.moderatorCount);
  return meeting.participantCount >= meeting.maxUsers - kept;
}
