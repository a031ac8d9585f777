import type { Read } from '../input/readers.ts';
import { flag, object, oneOf, optional, otherwise, text, textsByName } from '../input/readers.ts';
import type { Meeting } from '../state/meeting.ts';
import { internalUserID } from '../state/random-ids.ts';
import type { ServerState } from '../state/server-state.ts';
import type { AdmittedUser } from '../state/user.ts';

/** Reads a person who is to be in a meeting without a browser. Errors: InputError. */
export const readAttendee = object({
  fullName: text({ min: 1, max: 255 }),
  userID: optional(text({ min: 1, max: 255 })),
  role: otherwise(oneOf('MODERATOR', 'VIEWER'), 'VIEWER'),
  bot: otherwise(flag, false),
  guest: otherwise(flag, false),
  handRaised: otherwise(flag, false),
  /** Their `userdata-…` parameters, without the prefix. */
  userdata: otherwise(textsByName, {}),
});

export type Attendee = Read<typeof readAttendee>;

/** Brings a person in; undefined when the meeting is full or over. */
export function bringIn(
  attendee: Attendee,
  meeting: Meeting,
  state: ServerState,
): AdmittedUser | undefined {
  const { fullName, role, bot, guest, handRaised, userdata } = attendee;
  const internalID = internalUserID();
  const userID = attendee.userID ?? internalID;
  const user: AdmittedUser = { internalUserID: internalID, userID, fullName, role, bot, guest };
  if (!meeting.attend(user, state.now)) return undefined;
  if (handRaised) meeting.raiseHand(internalID, true, state.now);
  const data = Object.entries(userdata);
  if (data.length > 0) meeting.customData.set(userID, new Map(data));
  state.sessions.open({ user, meeting, sessionName: '' });
  return user;
}
