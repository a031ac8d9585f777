import type { Failure } from '../wire/envelopes.ts';
import { success } from '../wire/envelopes.ts';
import type { Parameters } from '../wire/raw-query.ts';
import { element } from '../wire/xml-writer.ts';
import { type Call, fail, reply } from './call.ts';
import { invalid, meetingIDViolations } from './constraints.ts';

const longestMessage = 500;
const longestName = 255;

/**
 * Writes to the public chat of a running meeting. Source: API documentation, `sendChatMessage`;
 * bbb-web source, 3.0, for the limits.
 */
export const sendChatMessage: Call = {
  name: 'sendChatMessage',
  methods: ['GET'],
  checksumMessage: 'Checksums do not match',

  violations({ params }) {
    return [
      ...messageViolations(params),
      ...userNameViolations(params),
      ...meetingIDViolations(params),
    ];
  },

  answer({ params, now }, { state }) {
    const meeting = state.meetings.findLive(params.text('meetingID'));
    if (meeting === undefined || !meeting.hasUsers) {
      return fail('meetingNotFound', 'Meeting not found');
    }
    meeting.announce(params.text('userName') || 'System', params.text('message'), now);
    return reply(success([element('messageKey'), element('message')]));
  },
};

function messageViolations(params: Parameters): Failure[] {
  const { length } = params.text('message');
  if (length === 0) return [invalid('You must provide the param message')];
  if (length <= longestMessage) return [];
  return [invalid(`Param message must be between 1 and ${longestMessage} characters`)];
}

function userNameViolations(params: Parameters): Failure[] {
  if (params.text('userName').length <= longestName) return [];
  return [invalid(`Param userName must be between 1 and ${longestName} characters`)];
}
