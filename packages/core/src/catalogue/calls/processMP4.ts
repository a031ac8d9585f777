import { defineCall } from '../define-call.ts';

export const processMP4 = defineCall({
  name: 'processMP4',
  summary: 'Asks for a recording as MP4. An extension of some hosters.',
  methods: ['GET'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'write',
  format: 'xml',
  needs: 'supportsMp4',
  nameConfigurable: true,
  params: {
    recordID: { kind: 'id', required: true },
    email: {
      kind: 'text',
      pattern: '^[^@]+@[^@]+$',
      personal: true,
      note: 'Published without its name; unconfirmed.',
    },
    mp4ReadyCallbackUrl: { kind: 'url', secret: true },
  },
  reply: {},
  notes: ['Once for each recording, after it was processed.'],
});
