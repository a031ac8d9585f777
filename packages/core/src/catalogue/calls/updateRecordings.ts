import { defineCall } from '../define-call.ts';

export const updateRecordings = defineCall({
  name: 'updateRecordings',
  summary: 'Changes the metadata of recordings.',
  methods: ['GET', 'POST'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'write',
  format: 'xml',
  since: '1.1',
  params: {
    recordID: { kind: 'csv', required: true },
    protect: {
      kind: 'boolean',
      needs: 'supportsRecordingProtection',
      note: 'Scalelite source. Files of protected recordings are guarded where PROTECTED_RECORDINGS_ENABLED is set, which no reply tells.',
    },
  },
  prefixes: [
    {
      prefix: 'meta_',
      pattern: '^meta_[a-zA-Z][a-zA-Z0-9-]*$',
      lowerCased: true,
      mayBeEmpty: true,
      note: 'An empty value removes the entry.',
    },
  ],
  reply: { updated: { kind: 'boolean' } },
  keyCodes: { notFound: 'server_refused' },
  notes: ['SUCCESS even without any metadata; some balancers answer updated=false.'],
});
