import type { Participant, Room } from '@bluebridge/core/rooms';
import type { StoredRoom } from '../storage/rooms.ts';
import type { Visitor } from '../storage/sessions.ts';

/** Gives what joining needs to know of a stored room. */
export function settingsOf(room: StoredRoom): Room {
  return {
    meetingID: room.meetingID,
    // Meeting servers refuse names of one character.
    name: room.title.length < 2 ? `Room ${room.title}` : room.title,
    record: room.record,
    anyoneCanStart: room.anyoneCanStart,
    waitForModerator: room.waitForModerator,
    allJoinAsModerator: room.allJoinAsModerator,
  };
}

/** Gives what joining needs to know of a visitor. */
export function participantOf({ userID, fullName, isModerator }: Visitor): Participant {
  return { userID, fullName, isModerator };
}
