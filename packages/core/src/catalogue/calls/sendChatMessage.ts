import { defineCall } from '../define-call.ts';

export const sendChatMessage = defineCall({
  name: 'sendChatMessage',
  summary: 'Writes a message into the public chat of a running meeting.',
  methods: ['GET'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'write',
  format: 'xml',
  since: '3.0',
  params: {
    meetingID: { kind: 'id', required: true, min: 2, max: 256 },
    message: {
      kind: 'block',
      required: true,
      min: 1,
      max: 500,
      personal: true,
      note: 'Published without a limit; servers take 1 to 500 characters.',
    },
    userName: { kind: 'text', max: 255, default: 'System', personal: true },
  },
  reply: {},
  notes: [
    'A meeting nobody is in fails with meetingNotFound.',
    'Servers before 3.0 answer with an HTML page.',
  ],
});
