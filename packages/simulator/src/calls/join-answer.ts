import type { PublicUrls } from '../public-urls.ts';
import type { GuestStatus } from '../state/lobby.ts';
import type { Session } from '../state/sessions.ts';
import { success } from '../wire/envelopes.ts';
import { element } from '../wire/xml-writer.ts';
import type { Answer } from './call.ts';

/** What becomes of a join that is not refused. */
export interface Admission {
  session: Session;
  guestStatus: GuestStatus;
  /** Whether the guest is sent to a lobby of its own instead of the client. */
  waitsOutside: boolean;
  /** Whether the client is to wait for a layout. */
  waitsForLayout: boolean;
  wantsRedirect: boolean;
  /** The path that the cookie of the session is for. */
  cookiePath: string;
  /** Whether the browser has the cookie of this session already. */
  hasCookie: boolean;
}

/** Sends the browser to the meeting, or describes the session as XML. */
export function admitted(admission: Admission, urls: PublicUrls): Answer {
  const { session, guestStatus, waitsOutside, waitsForLayout, hasCookie } = admission;
  const { sessionToken, authToken, user, meeting } = session;
  const url = waitsOutside
    ? urls.guestLobby(sessionToken)
    : urls.client(sessionToken, waitsForLayout);
  const [messageKey, message] = waitsOutside
    ? ['guestWait', 'Guest waiting for approval to join meeting.']
    : ['successfullyJoined', 'You have joined successfully.'];
  const cookie = hasCookie
    ? {}
    : { cookie: `JSESSIONID=${session.cookie}; Path=${admission.cookiePath}; HttpOnly` };
  if (admission.wantsRedirect) {
    return { kind: 'redirect', location: url, returncode: 'SUCCESS', messageKey, ...cookie };
  }
  const fields = [
    element('messageKey', messageKey),
    element('message', message),
    element('meeting_id', meeting.internalMeetingID),
    element('user_id', user.internalUserID),
    element('auth_token', authToken),
    element('session_token', sessionToken),
    element('guestStatus', guestStatus),
    element('url', url),
  ];
  return { kind: 'reply', reply: success(fields, messageKey), ...cookie };
}
