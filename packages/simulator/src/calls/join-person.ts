import type { Meeting } from '../state/meeting.ts';
import { internalUserID } from '../state/random-ids.ts';
import type { AdmittedUser, Role } from '../state/user.ts';
import { toBoolean, withoutControlCharacters } from '../wire/coercion.ts';
import type { Parameters } from '../wire/raw-query.ts';

/**
 * Says who joins. Somebody who is in the meeting and comes with another device, as the URLs of
 * `getJoinUrl` let them, stays the person they are, name and role included.
 */
export function personFrom(
  params: Parameters,
  role: Role,
  onAnotherDevice: AdmittedUser | undefined,
): AdmittedUser {
  if (onAnotherDevice !== undefined) {
    const { internalUserID: known, userID, fullName, bot, guest = false } = onAnotherDevice;
    return { internalUserID: known, userID, fullName, role: onAnotherDevice.role, bot, guest };
  }
  const internalID = internalUserID();
  return {
    internalUserID: internalID,
    userID: params.text('userID') || internalID,
    fullName: withoutControlCharacters(params.text('fullName')),
    role,
    bot: toBoolean(params.text('bot')),
    guest: toBoolean(params.text('guest')),
  };
}

/** Finds the person that `existingUserID` names; undefined for anybody who is not in the meeting. */
export function personOnAnotherDevice(
  params: Parameters,
  meeting: Meeting,
): AdmittedUser | undefined {
  return meeting.user(params.text('existingUserID'));
}
