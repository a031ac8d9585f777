import { success } from '../wire/envelopes.ts';
import { element } from '../wire/xml-writer.ts';
import { type Call, reply } from './call.ts';

/**
 * Lists who has joined which meeting; an undocumented call. The typing error in its message is the
 * server's. Source: bbb-web source, `getSessions`.
 */
export const getSessions: Call = {
  name: 'getSessions',
  methods: ['GET', 'POST'],
  checksumMessage: 'Checksums do not match',

  violations() {
    return [];
  },

  answer(_request, { state }) {
    const open = state.sessions.all().filter(({ meeting }) => meeting.ending === undefined);
    const list = open.map(({ meeting, user }) =>
      element('meeting', [
        element('meetingID', meeting.internalMeetingID),
        element('meetingName', meeting.settings.name),
        element('userName', user.fullName),
      ]),
    );
    if (list.length > 0) return reply(success([element('sessions', list)]));
    const fields = [
      element('sessions', []),
      element('messageKey', 'noSessions'),
      element('message', 'no sessions were found on this serverr'),
    ];
    return reply(success(fields, 'noSessions'));
  },
};
