import { defineCall } from '../define-call.ts';

export const publishRecordings = defineCall({
  name: 'publishRecordings',
  summary: 'Makes recordings watchable, or takes them back.',
  methods: ['GET'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'write',
  format: 'xml',
  params: {
    recordID: { kind: 'csv', required: true },
    publish: { kind: 'boolean', required: true },
  },
  reply: { published: { kind: 'boolean' } },
  keyCodes: { notFound: 'server_refused' },
  notes: [
    'notFound means that none of the recordings exists; unknown ones among others are skipped.',
  ],
});
