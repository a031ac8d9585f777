import { defineCall } from '../define-call.ts';
import { maxBodyBytes } from './create-body.ts';

export const insertDocument = defineCall({
  name: 'insertDocument',
  summary: 'Adds presentation files to a meeting that is already there.',
  methods: ['POST'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'write',
  format: 'xml',
  since: '2.5',
  params: {
    meetingID: { kind: 'id', required: true, min: 2, max: 256 },
  },
  body: {
    kind: 'modules',
    required: true,
    maxBytes: maxBodyBytes,
    modules: { presentation: { content: 'documents', required: true } },
  },
  reply: {},
  notes: [
    'Answers and failures carry a message but no messageKey.',
    'Files are fetched and converted later: SUCCESS says only that the list was read.',
  ],
});
