import { applyLocks, type Participant, type Room } from '@bluebridge/core/rooms';
import { doorTimes } from '../settings/opening-hours.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import type { Visitor } from '../storage/sessions.ts';

/** Settings of a room whose teachers changed nothing. */
export const usualSettings = {
  record: true,
  anyoneCanStart: false,
  waitForModerator: true,
  allJoinAsModerator: false,
} as const;

/** Gives what meetings need to know of a stored room; what an administrator fixed comes last. */
export function settingsOf(room: StoredRoom): Room {
  const name = room.settings.name ?? room.title;
  const set = {
    ...usualSettings,
    ...room.settings,
    meetingID: room.meetingID,
    // Meeting servers refuse names of one character.
    name: name.padEnd(2, '.'),
  };
  return applyLocks(set, room.locks);
}

/** Gives the same with the weekly hours as they are at a moment, for who asks to come in then. */
export function roomAt(room: StoredRoom, now: number): Room {
  const { opensAt, closesAt, ...settings } = settingsOf(room);
  const once = {
    ...(opensAt !== undefined && { opensAt }),
    ...(closesAt !== undefined && { closesAt }),
  };
  return { ...settings, ...doorTimes(room.openingHours, once, now) };
}

/** Gives what joining needs to know of a visitor. */
export function participantOf({ userID, fullName, isModerator }: Visitor): Participant {
  return { userID, fullName, isModerator };
}
