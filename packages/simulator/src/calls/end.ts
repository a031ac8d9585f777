import { success } from '../wire/envelopes.ts';
import { element } from '../wire/xml-writer.ts';
import { type Call, reply } from './call.ts';
import { meetingExistsViolations, meetingIDViolations, passwordViolations } from './constraints.ts';

/** Ends a meeting. It stays visible for some seconds. Source: API documentation, `end`. */
export const end: Call = {
  name: 'end',
  methods: ['GET', 'POST'],
  checksumMessage: 'Checksums do not match',

  violations({ params }, { state, profile }) {
    const notFound = { key: 'notFound', message: profile.meetings.unknownMeeting };
    const meeting = state.meetings.find(params.text('meetingID'));
    const password = params.text('password');
    const isWrong =
      password !== '' && meeting !== undefined && password !== meeting.settings.moderatorPW;
    const message = 'Provided moderator password is incorrect';
    return [
      ...meetingIDViolations(params),
      ...meetingExistsViolations(params, state.meetings, notFound),
      ...passwordViolations(params, 'password'),
      ...(isWrong ? [{ key: 'invalidPassword', message }] : []),
    ];
  },

  answer({ params, now }, { state }) {
    state.meetings.find(params.text('meetingID'))?.end(now);
    const fields = [
      element('messageKey', 'sentEndMeetingRequest'),
      element(
        'message',
        'A request to end the meeting was sent.  Please wait a few seconds, and then use the getMeetingInfo or isMeetingRunning API calls to verify that it was ended.',
      ),
    ];
    return reply(success(fields, 'sentEndMeetingRequest'));
  },
};
