import { defineCall } from '../define-call.ts';

export const feedback = defineCall({
  name: 'feedback',
  summary: 'Stores how somebody liked a meeting.',
  methods: ['POST'],
  auth: 'session',
  hashGroup: 'api',
  effect: 'write',
  format: 'json',
  since: '3.0',
  needs: 'supportsFeedback',
  params: {
    sessionToken: { kind: 'text', required: true, min: 1, secret: true },
    meetingID: { kind: 'id', min: 2, max: 256, note: 'Only in the published documents.' },
    userID: { kind: 'text', personal: true, note: 'Only in the published documents.' },
    rating: { kind: 'integer', min: 1, max: 5, note: 'Read from the body.' },
    comment: { kind: 'block', personal: true, note: 'Read from the body.' },
  },
  body: {
    kind: 'json',
    fields: {
      rating: { kind: 'integer', min: 1, max: 5 },
      comment: { kind: 'block', personal: true },
      userId: { kind: 'text', personal: true },
      userName: { kind: 'text', personal: true },
      authToken: { kind: 'text', secret: true },
      meetingId: { kind: 'text' },
      isModerator: { kind: 'boolean' },
    },
  },
  reply: {},
  mayLackReturncode: true,
  notes: [
    'Published as signed XML with meetingID and userID; verified is a session token and a JSON body.',
    'Some 3.0 and 4.0 servers answer 404: off unless a server is known to have it.',
  ],
});
