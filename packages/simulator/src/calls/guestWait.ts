import { type Call, json } from './call.ts';
import { refuseInJson, sessionViolations } from './session-call.ts';

const words = {
  ALLOW: ['guestAllowed', 'Guest allowed to join meeting.'],
  WAIT: ['guestWait', 'Guest waiting for approval to join meeting.'],
  DENY: ['guestDeny', 'Guest denied to join meeting.'],
} as const;

/**
 * Tells a guest whether they may come in by now. Source: bbb-web source, 2.7 and 3.0, `guestWait`.
 */
export const guestWait: Call = {
  name: 'guestWait',
  methods: ['GET'],
  access: 'own',
  checksumMessage: 'Checksums do not match',

  violations(request, server) {
    return sessionViolations(request, server).filter(({ key }) => key !== 'guestDeny');
  },

  refuse: refuseInJson,

  answer({ params, now }, server) {
    const { state, urls } = server;
    const session = state.sessions.find(params.text('sessionToken'));
    if (session === undefined || session.meeting.ending !== undefined) {
      return refuseInJson({ key: 'guestInvalid', message: 'The meeting has ended.' });
    }
    const { meeting, user, authToken, sessionToken, logoutURL } = session;
    const guestStatus = meeting.lobby.statusOf(user.internalUserID);
    const isFull = guestStatus === 'ALLOW' && meeting.isFullFor(user, now);
    const [messageKey, message] = isFull
      ? ['seatWait', 'Guest waiting for a seat in the meeting.']
      : words[guestStatus];
    const response = {
      returncode: 'SUCCESS',
      messageKey,
      message,
      meeting_id: meeting.internalMeetingID,
      user_id: user.internalUserID,
      auth_token: authToken,
      session_token: sessionToken,
      guestStatus,
      lobbyMessage: meeting.lobby.message,
      url: {
        ALLOW: isFull ? urls.guestLobby(sessionToken) : urls.client(sessionToken, false),
        WAIT: urls.guestLobby(sessionToken),
        DENY: logoutURL ?? urls.defaultLogout,
      }[guestStatus],
      positionInWaitingQueue: String(meeting.lobby.positionOf(user.internalUserID) ?? ''),
    };
    return json({ response }, { returncode: 'SUCCESS', messageKey });
  },
};
