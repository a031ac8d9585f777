import { defineCall } from '../define-call.ts';
import { meetingFields } from './meeting-fields.ts';

export const getMeetings = defineCall({
  name: 'getMeetings',
  summary: 'Lists the meetings of a server, with who is in them.',
  methods: ['GET', 'POST'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'read',
  format: 'xml',
  params: {},
  reply: { meetings: { kind: 'list', item: 'meeting', of: meetingFields } },
  answers: ['noMeetings'],
  notes: ['Breakout rooms and meetings that have just ended are in the list.'],
});
