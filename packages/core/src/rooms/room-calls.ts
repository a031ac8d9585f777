import type { ParamsOf } from '../catalogue/index.ts';
import { fedParams } from './fed-params.ts';
import type { MeetingRole } from './plan-join.ts';
import type { RoomCapabilities } from './room-capabilities.ts';
import type { Participant, Room } from './room.ts';
import { type AccountDefaults, roomToCreate } from './room-to-create.ts';

/** Gives the `create` parameters of a room; `roomToCreate` also tells what was left out. */
export function createParams(
  room: Room,
  capabilities: RoomCapabilities,
  accountDefaults?: AccountDefaults,
): ParamsOf<'create'> {
  return roomToCreate(room, capabilities, accountDefaults).params;
}

/**
 * Gives the `join` parameters of a participant; `createTime` (epoch ms) ties the link to this
 * meeting, `guest` is as the join plan says.
 */
export function joinParams(
  room: Room,
  participant: Participant,
  role: MeetingRole,
  createTime: number,
  guest = false,
): ParamsOf<'join'> {
  return {
    ...fedParams(room, 'join', { reservesSeats: false }).params,
    meetingID: room.meetingID,
    fullName: participant.fullName,
    role,
    userID: participant.userID,
    createTime,
    redirect: true,
    // Where guests wait for approval, some servers make everybody wait who is not said to be none.
    ...((guest || room.guestApproval === true) && { guest }),
  };
}
