import { defineCall } from '../define-call.ts';

export const getPastMeetings = defineCall({
  name: 'getPastMeetings',
  summary: 'Lists meetings that are over. An extension of some hosters.',
  methods: ['GET'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'read',
  format: 'json',
  needs: 'supportsPastMeetings',
  nameConfigurable: true,
  params: {},
  reply: {
    meetings: {
      kind: 'list',
      item: 'meeting',
      of: {
        meetingID: { kind: 'text' },
        internalMeetingID: { kind: 'text' },
        name: { kind: 'text' },
        startTime: { kind: 'time' },
        endTime: { kind: 'time' },
      },
    },
  },
  mayLackReturncode: true,
  notes: ['The published documents describe the call without its name: set it in extensionNames.'],
});
