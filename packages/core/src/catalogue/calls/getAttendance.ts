import { defineCall } from '../define-call.ts';

export const getAttendance = defineCall({
  name: 'getAttendance',
  summary: 'Tells who attended meetings and what they did. An extension of some hosters.',
  methods: ['GET'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'read',
  format: 'json',
  needs: 'supportsAttendance',
  nameConfigurable: true,
  params: {
    internalMeetingID: { kind: 'csv' },
    meetingID: { kind: 'csv' },
  },
  exclusive: [['internalMeetingID', 'meetingID']],
  prefixes: [{ prefix: 'meta_', pattern: '^meta_[a-zA-Z][a-zA-Z0-9-]*$', lowerCased: true }],
  reply: {
    meetings: {
      kind: 'list',
      item: 'meeting',
      of: {
        meetingID: { kind: 'text' },
        internalMeetingID: { kind: 'text' },
        name: { kind: 'text' },
        learningDashboardUrl: { kind: 'text' },
        extId: { kind: 'text' },
        intId: { kind: 'text' },
        createdOn: { kind: 'time' },
        endedOn: { kind: 'time' },
        users: { kind: 'json' },
        polls: { kind: 'json' },
      },
    },
  },
  mayLackReturncode: true,
  notes: [
    'Two shapes are published: meetingID with learningDashboardUrl, and extId with users. Both are read.',
    'Old deployments answer XML and no returncode.',
  ],
});
