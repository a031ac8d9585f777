import { defineCall } from '../define-call.ts';

export const deleteRecordings = defineCall({
  name: 'deleteRecordings',
  summary: 'Deletes recordings.',
  methods: ['GET'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'write',
  format: 'xml',
  params: {
    recordID: { kind: 'csv', required: true },
  },
  reply: { deleted: { kind: 'boolean' } },
  keyCodes: { notFound: 'server_refused' },
  notes: ['Deleted recordings stay listed under the state deleted.'],
});
