import { success } from '../wire/envelopes.ts';
import { element, emptyElement, lazyElement } from '../wire/xml-writer.ts';
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
    const breakouts = meetings.breakouts();
    const list = meetings.all().map((meeting) => {
      const rooms = breakouts.get(meeting.internalMeetingID) ?? [];
      return lazyElement('meeting', () => meetingFields(meeting, rooms, now));
    });
    if (list.length > 0) return reply(success([element('meetings', list)]));
    const fields = [
      emptyElement('meetings'),
      element('messageKey', 'noMeetings'),
      element('message', 'no meetings were found on this server'),
    ];
    return reply(success(fields, 'noMeetings'));
  },
};
