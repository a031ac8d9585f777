import { webUrl } from '../public-urls.ts';
import { toBooleanOr } from '../wire/coercion.ts';
import type { Failure } from '../wire/envelopes.ts';
import { type Call, fail } from './call.ts';
import {
  booleanViolations,
  integerViolations,
  meetingExistsViolations,
  meetingIDViolations,
  passwordViolations,
} from './constraints.ts';
import { errorRedirect } from './error-redirect.ts';
import { guestStatusFor } from './guest-policy.ts';
import { admitted } from './join-answer.ts';
import { personFrom, personOnAnotherDevice } from './join-person.ts';
import { roleFor } from './join-role.ts';
import { userdataFrom } from './prefixed-params.ts';
import { sessionCookieIn } from './session-cookie.ts';

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
      ...meetingExistsViolations(params, state.meetings, invalidMeetingIdentifier),
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

  answer({ params, headers, now }, { state, urls, profile }) {
    const rules = profile.meetings;
    const meeting = state.meetings.findLive(params.text('meetingID'));
    // The violations above have already refused a meeting that is unknown or over.
    if (meeting === undefined) return errorRedirect(meetingForciblyEnded, params, urls);

    const wantsRedirect = toBooleanOr(params.text('redirect'), true);
    const refuse = (failure: Failure) =>
      wantsRedirect || rules.joinRefusal === 'redirect'
        ? errorRedirect(failure, params, urls)
        : fail(failure.key, failure.message);

    const createTime = params.first('createTime');
    if (createTime !== undefined && createTime !== String(meeting.createTime)) {
      return refuse(mismatchCreateTimeParam);
    }
    const role = roleFor(params, meeting.settings);
    if (typeof role === 'object') return fail(role.key, role.message);

    const handsOver = rules.handOffParameter === 'existingUserID';
    const known = handsOver ? personOnAnotherDevice(params, meeting) : undefined;
    const user = personFrom(params, role, known);
    if (meeting.isFullFor(user, now)) return refuse(maxParticipantsReached);

    const policy = meeting.lobby.policy;
    const guestStatus =
      known === undefined
        ? guestStatusFor(params, user, policy, rules.authenticatedGuest)
        : meeting.lobby.statusOf(user.internalUserID);
    if (guestStatus === 'DENY') return refuse(guestDeniedAccess);
    if (guestStatus === 'WAIT') meeting.lobby.ask(user, now);
    else if (rules.joinMakesPresent) meeting.attend(user, now);
    const userdata = userdataFrom(params, rules.unfitUserdata);
    if (userdata.size > 0) meeting.customData.set(user.userID, userdata);

    const cookieOfBrowser = sessionCookieIn(headers);
    const logoutURL = webUrl(params.text('logoutURL')) ?? meeting.settings.logoutURL;
    const hasCookie = state.sessions.hasCookie(cookieOfBrowser);
    const session = state.sessions.open(
      {
        user,
        meeting,
        sessionName: params.text('sessionName'),
        ...(logoutURL === undefined ? {} : { logoutURL }),
      },
      cookieOfBrowser,
    );
    if (known !== undefined) state.sessions.replace(params.text('replaceSessionToken'), session);
    return admitted(
      {
        session,
        guestStatus,
        waitsOutside: guestStatus === 'WAIT' && rules.guestLobby === 'own-page',
        waitsForLayout: params.text('enforceLayout') !== '',
        wantsRedirect,
        cookiePath: rules.pageNeedsCookie ? urls.pageCookiePath : urls.cookiePath,
        hasCookie,
      },
      urls,
    );
  },
};

const invalidMeetingIdentifier = {
  key: 'invalidMeetingIdentifier',
  message: 'A meeting with that ID does not exist',
};

const meetingForciblyEnded = {
  key: 'meetingForciblyEnded',
  message: 'You can not join a meeting that has already been forcibly ended',
};

const missingParamFullName = { key: 'missingParamFullName', message: 'You must provide your name' };

const mismatchCreateTimeParam = {
  key: 'mismatchCreateTimeParam',
  message: 'The createTime parameter submitted mismatches with the current meeting.',
};

const maxParticipantsReached = {
  key: 'maxParticipantsReached',
  message: 'The number of participants allowed for this meeting has been reached.',
};

const guestDeniedAccess = {
  key: 'guestDeniedAccess',
  message: "You have been denied access to this meeting based on the meeting's guest policy",
};
