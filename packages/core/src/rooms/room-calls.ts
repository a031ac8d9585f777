import type { MeetingRole } from './plan-join.ts';
import type { Participant, Room } from './room.ts';

/** The capabilities that decide here. */
interface SeatCapabilities {
  readonly reservesSeats: boolean;
}

/** What is reserved for a room that says nothing, where the server reserves. */
const reservedByDefault = { maxParticipants: 20, durationMinutes: 120 };

/**
 * Gives the `create` parameters of a room. No passwords are sent: roles decide at join, and a
 * repeated create then always means the same meeting.
 */
export function createParams(room: Room, { reservesSeats }: SeatCapabilities) {
  const maxParticipants =
    room.maxParticipants ?? (reservesSeats ? reservedByDefault.maxParticipants : undefined);
  const duration =
    room.durationMinutes ?? (reservesSeats ? reservedByDefault.durationMinutes : undefined);
  return {
    name: room.name,
    meetingID: room.meetingID,
    record: room.record,
    ...(maxParticipants !== undefined && { maxParticipants }),
    ...(duration !== undefined && { duration }),
  };
}

/** Gives the `join` parameters of a participant; `createTime` (epoch ms) ties the link to this meeting. */
export function joinParams(
  room: Room,
  participant: Participant,
  role: MeetingRole,
  createTime: number,
) {
  return {
    meetingID: room.meetingID,
    fullName: participant.fullName,
    role,
    userID: participant.userID,
    createTime,
    redirect: true,
  };
}
