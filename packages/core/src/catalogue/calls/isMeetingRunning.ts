import { defineCall } from '../define-call.ts';

export const isMeetingRunning = defineCall({
  name: 'isMeetingRunning',
  summary: 'Tells whether somebody is in a meeting.',
  methods: ['GET', 'POST'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'read',
  format: 'xml',
  params: {
    meetingID: { kind: 'id', required: true, min: 2, max: 256 },
  },
  reply: { running: { kind: 'boolean', promised: true } },
  notes: ['A meeting without users, and an unknown one, both answer running=false.'],
});
