import { defineCall } from '../define-call.ts';
import { meetingFields } from './meeting-fields.ts';

export const getMeetingInfo = defineCall({
  name: 'getMeetingInfo',
  summary: 'Describes one meeting and who is in it.',
  methods: ['GET', 'POST'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'read',
  format: 'xml',
  params: {
    meetingID: { kind: 'id', required: true, min: 2, max: 256 },
    password: { kind: 'text', deprecated: '1.0', secret: true, note: 'Ignored since 1.0.' },
  },
  reply: meetingFields,
  notes: [
    'parentMeetingID, sequence and freeJoin are direct children; the published breakout wrapper was not found in servers.',
    'breakoutRooms holds ids, and is sent only while a meeting has breakout rooms.',
  ],
});
