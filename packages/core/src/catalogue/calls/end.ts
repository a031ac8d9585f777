import { defineCall } from '../define-call.ts';

export const end = defineCall({
  name: 'end',
  summary: 'Asks the server to end a meeting for everyone.',
  methods: ['GET', 'POST'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'write',
  format: 'xml',
  params: {
    meetingID: { kind: 'id', required: true, min: 2, max: 256 },
    password: {
      kind: 'text',
      deprecated: 'yes',
      secret: true,
      note: 'Moderator password. Published as moderatorPW; verified as password. Send it when known.',
    },
    moderatorPW: {
      kind: 'text',
      secret: true,
      note: 'Published name of password; servers ignore it.',
    },
  },
  reply: {},
  notes: ['SUCCESS means the request was taken; the meeting is listed for some seconds more.'],
});
