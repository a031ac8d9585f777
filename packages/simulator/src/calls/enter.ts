import { type Call, json } from './call.ts';
import { refuseInJson, sessionFor, sessionViolations } from './session-call.ts';

/**
 * Tells the client of a person who they are and which meeting they are in. Source: bbb-web source,
 * 2.7, `enter`; removed in 3.0.
 */
export const enter: Call = {
  name: 'enter',
  methods: ['GET', 'POST'],
  access: 'own',
  checksumMessage: 'Checksums do not match',
  violations: sessionViolations,

  refuse(violation, _request, { urls }) {
    return refuseInJson(violation, { logoutURL: urls.defaultLogout });
  },

  answer(request, server) {
    const session = sessionFor(request, server);
    const { defaultLogout } = server.urls;
    if ('key' in session) return refuseInJson(session, { logoutURL: defaultLogout });
    const { meeting, user, authToken, logoutURL = defaultLogout } = session;
    const { settings, lobby } = meeting;
    if (meeting.ending !== undefined) return refuseInJson(meetingForciblyEnded, { logoutURL });
    if (meeting.isFullFor(user, request.now)) {
      return refuseInJson(maxParticipantsReached, { logoutURL });
    }
    const response = {
      returncode: 'SUCCESS',
      fullname: user.fullName,
      confname: settings.name,
      meetingID: meeting.internalMeetingID,
      externMeetingID: settings.meetingID,
      externUserID: user.userID,
      internalUserID: user.internalUserID,
      authToken,
      role: user.role,
      guest: user.guest === true,
      guestStatus: lobby.statusOf(user.internalUserID),
      conference: meeting.internalMeetingID,
      room: meeting.internalMeetingID,
      voicebridge: settings.voiceBridge,
      dialnumber: settings.dialNumber,
      webvoiceconf: settings.voiceBridge,
      mode: 'LIVE',
      record: String(settings.record),
      isBreakout: settings.breakout !== undefined,
      allowStartStopRecording: settings.allowStartStopRecording,
      welcome: settings.welcome,
      ...(user.role === 'MODERATOR' ? { modOnlyMessage: settings.moderatorOnlyMessage } : {}),
      logoutUrl: logoutURL,
      customdata: [...(meeting.customData.get(user.userID) ?? [])].map(pair),
      metadata: [...settings.metadata].map(pair),
    };
    return json({ response }, { returncode: 'SUCCESS', messageKey: '' });
  },
};

function pair([name, value]: readonly [string, string]): Record<string, string> {
  return { [name]: value };
}

const meetingForciblyEnded = {
  key: 'meetingForciblyEnded',
  message: 'You can not join a meeting that has already been forcibly ended',
};

const maxParticipantsReached = {
  key: 'maxParticipantsReached',
  message: 'The number of participants allowed for this meeting has been reached.',
};
