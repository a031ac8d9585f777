import { toBooleanOr } from '../wire/coercion.ts';
import { type Call, json } from './call.ts';
import { refuseInJson, sessionViolations } from './session-call.ts';

const words = {
  // Nobody has given this case words of its own.
  ALLOW: ['defaultKey', 'defaultValue'],
  WAIT: ['guestWait', 'Please wait for a moderator to approve you joining the meeting.'],
  DENY: ['guestDeny', 'Guest denied of joining the meeting.'],
  FULL: ['seatWait', 'Guest waiting for a seat in the meeting.'],
} as const;

/**
 * Tells a guest whether they may come in by now, and sends those who may to the meeting, unless
 * `redirect` is false. Source: bbb-web source, 2.7, `guestWait`.
 */
export const guestWait: Call = {
  name: 'guestWait',
  methods: ['GET'],
  access: 'own',
  checksumMessage: 'Checksums do not match',

  violations(request, server) {
    return sessionViolations(request, server).filter(({ key }) => key !== 'guestDeny');
  },

  refuse(violation, _request, { urls }) {
    return refuseInJson(violation, { url: urls.defaultLogout });
  },

  answer({ params, now }, server) {
    const { state, urls } = server;
    const session = state.sessions.find(params.text('sessionToken'));
    if (session === undefined || session.meeting.ending !== undefined) {
      const over = { key: 'guestInvalid', message: 'The meeting has ended.' };
      return refuseInJson(over, { url: urls.defaultLogout });
    }
    const { meeting, user, authToken, sessionToken, logoutURL } = session;
    const decided = meeting.lobby.statusOf(user.internalUserID);
    const isFull = decided === 'ALLOW' && meeting.isFullFor(user, now);
    const guestStatus = isFull ? 'WAIT' : decided;
    const [messageKey, message] = words[isFull ? 'FULL' : decided];
    const url = {
      ALLOW: urls.client(sessionToken, false),
      WAIT: urls.guestLobby(sessionToken),
      DENY: logoutURL ?? urls.defaultLogout,
    }[guestStatus];
    if (guestStatus === 'ALLOW' && toBooleanOr(params.text('redirect'), true)) {
      return { kind: 'redirect', location: url, returncode: 'SUCCESS', messageKey };
    }
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
      url,
      positionInWaitingQueue: String(meeting.lobby.positionOf(user.internalUserID) ?? ''),
    };
    return json({ response }, { returncode: 'SUCCESS', messageKey });
  },
};
