import { success } from '../wire/envelopes.ts';
import { element } from '../wire/xml-writer.ts';
import { type Call, reply } from './call.ts';
import { meetingIDViolations } from './constraints.ts';

/**
 * Tells whether somebody is in a meeting. An unknown meeting is simply not running.
 * Source: API documentation, `isMeetingRunning`.
 */
export const isMeetingRunning: Call = {
  name: 'isMeetingRunning',
  methods: ['GET', 'POST'],
  checksumMessage: 'Checksums do not match',

  violations({ params }) {
    return meetingIDViolations(params);
  },

  answer({ params, now }, { state }) {
    const attendees = state.meetings.find(params.text('meetingID'))?.attendees(now) ?? [];
    return reply(success([element('running', attendees.length > 0)]));
  },
};
