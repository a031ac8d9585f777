import { success } from '../wire/envelopes.ts';
import { element, emptyElement } from '../wire/xml-writer.ts';
import { type Call, reply } from './call.ts';
import { meetingFields } from './meeting-fields.ts';

/** Lists every meeting of the server. Source: API documentation, `getMeetings`. */
export const getMeetings: Call = {
  name: 'getMeetings',
  methods: ['GET', 'POST'],
  checksumMessage: 'Checksums do not match',

  violations() {
    return [];
  },

  answer({ now }, { state }) {
    const { meetings } = state;
    const list = meetings
      .all()
      .map((meeting) => element('meeting', meetingFields(meeting, meetings, now)));
    if (list.length > 0) return reply(success([element('meetings', list)]));
    const fields = [
      emptyElement('meetings'),
      element('messageKey', 'noMeetings'),
      element('message', 'no meetings were found on this server'),
    ];
    return reply(success(fields, 'noMeetings'));
  },
};
