import { webUrl } from '../public-urls.ts';
import type { AdmittedUser } from '../state/meeting.ts';
import { internalUserID } from '../state/sessions.ts';
import { success } from '../wire/envelopes.ts';
import { toBoolean, toBooleanOr, withoutControlCharacters } from '../wire/coercion.ts';
import { element } from '../wire/xml-writer.ts';
import { type Call, fail, reply } from './call.ts';
import {
  booleanViolations,
  integerViolations,
  meetingExistsViolations,
  meetingIDViolations,
  passwordViolations,
} from './constraints.ts';
import { errorRedirect } from './error-redirect.ts';
import { guestStatusFor } from './guest-policy.ts';
import { roleFor } from './join-role.ts';
import { userdataFrom } from './prefixed-params.ts';

/** Admits one person to a meeting and sends their browser there. Source: API documentation, `join`. */
export const join: Call = {
  name: 'join',
  methods: ['GET'],
  checksumMessage: 'Checksums do not match',

  violations({ params }, { state }) {
    const hasEnded = state.meetings.find(params.text('meetingID'))?.ending !== undefined;
    const nameless = params.text('fullName') === '';
    return [
      ...meetingIDViolations(params),
      ...meetingExistsViolations(params, state.meetings, 'invalidMeetingIdentifier'),
      ...(hasEnded ? [meetingForciblyEnded] : []),
      ...(nameless ? [missingParamFullName] : []),
      ...passwordViolations(params, 'password'),
      ...booleanViolations(params, 'guest', 'Guest must be a boolean value (true or false)'),
      ...booleanViolations(params, 'auth', 'Auth must be a boolean value (true or false)'),
      ...integerViolations(params, 'createTime', 'Value must be an integral number'),
    ];
  },

  /** Violations are redirected even when the caller asked for XML. */
  refuse(violation, { params }, { urls }) {
    return errorRedirect(violation, params, urls);
  },

  answer(request, { state, urls }) {
    const { params } = request;
    const meeting = state.meetings.findLive(params.text('meetingID'));
    // The violations above have already refused a meeting that is unknown or over.
    if (meeting === undefined) return errorRedirect(meetingForciblyEnded, params, urls);

    const wantsRedirect = toBooleanOr(params.text('redirect'), true);
    const refuse = (key: string, message: string) =>
      wantsRedirect ? errorRedirect({ key, message }, params, urls) : fail(key, message);

    const createTime = params.first('createTime');
    if (createTime !== undefined && createTime !== String(meeting.createTime)) {
      return refuse(
        'mismatchCreateTimeParam',
        'The createTime parameter submitted mismatches with the current meeting.',
      );
    }
    const role = roleFor(params, meeting.settings);
    if (typeof role === 'object') return fail(role.key, role.message);

    const internalID = internalUserID();
    const user: AdmittedUser = {
      internalUserID: internalID,
      userID: params.text('userID') || internalID,
      fullName: withoutControlCharacters(params.text('fullName')),
      role,
      bot: toBoolean(params.text('bot')),
    };
    if (meeting.isFullFor(user)) {
      return refuse(
        'maxParticipantsReached',
        'The number of participants allowed for this meeting has been reached.',
      );
    }
    const guestStatus = guestStatusFor(params, role, meeting.settings.guestPolicy);
    if (guestStatus === 'DENY') {
      return refuse(
        'guestDeniedAccess',
        "You have been denied access to this meeting based on the meeting's guest policy",
      );
    }
    const userdata = userdataFrom(params);
    if (userdata.size > 0) meeting.customData.set(user.userID, userdata);

    const logoutURL = webUrl(params.text('logoutURL')) ?? meeting.settings.logoutURL;
    const session = state.sessions.open({
      user,
      meeting,
      guestStatus,
      ...(logoutURL === undefined ? {} : { logoutURL }),
    });
    const url = urls.client(session.sessionToken, params.text('enforceLayout') !== '');
    if (wantsRedirect) {
      return {
        kind: 'redirect',
        location: url,
        cookie: `JSESSIONID=${session.cookie}; Path=/bigbluebutton; HttpOnly`,
        returncode: 'SUCCESS',
        messageKey: 'successfullyJoined',
      };
    }
    const fields = [
      element('messageKey', 'successfullyJoined'),
      element('message', 'You have joined successfully.'),
      element('meeting_id', meeting.internalMeetingID),
      element('user_id', user.internalUserID),
      element('auth_token', session.authToken),
      element('session_token', session.sessionToken),
      element('guestStatus', guestStatus),
      element('url', url),
    ];
    return reply(success(fields, 'successfullyJoined'));
  },
};

const meetingForciblyEnded = {
  key: 'meetingForciblyEnded',
  message: 'You can not join a meeting that has already been forcibly ended',
};

const missingParamFullName = { key: 'missingParamFullName', message: 'You must provide your name' };
