import { success } from '../wire/envelopes.ts';
import { type Call, fail, reply } from './call.ts';
import { meetingExistsViolations, meetingIDViolations } from './constraints.ts';
import { meetingFields } from './meeting-fields.ts';

/** Describes one meeting and who is in it. Source: API documentation, `getMeetingInfo`. */
export const getMeetingInfo: Call = {
  name: 'getMeetingInfo',
  methods: ['GET', 'POST'],
  checksumMessage: 'Checksums do not match',

  violations({ params }, { state, profile }) {
    const notFound = { key: 'notFound', message: profile.meetings.unknownMeeting };
    return [
      ...meetingIDViolations(params),
      ...meetingExistsViolations(params, state.meetings, notFound),
    ];
  },

  answer({ params, now }, { state, profile }) {
    const meeting = state.meetings.find(params.text('meetingID'));
    if (meeting === undefined) return fail('notFound', profile.meetings.unknownMeeting);
    const breakouts = state.meetings.breakouts().get(meeting.internalMeetingID) ?? [];
    return reply(success(meetingFields(meeting, breakouts, now)));
  },
};
