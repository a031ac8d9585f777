import { defineCall } from '../define-call.ts';

export const putRecordingTextTrack = defineCall({
  name: 'putRecordingTextTrack',
  summary:
    'Uploads captions or subtitles for a recording, replacing those of the same kind and language.',
  methods: ['POST'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'write',
  format: 'json',
  since: '2.2',
  params: {
    recordID: { kind: 'id', required: true, note: 'Exactly one.' },
    kind: { kind: 'choice', values: ['captions', 'subtitles'], required: true },
    lang: {
      kind: 'text',
      required: true,
      pattern: '^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$',
      note: 'Published as RFC 5646; servers read en and en_US for certain.',
    },
    label: { kind: 'text', note: 'Published as required; verified optional.' },
    content: {
      kind: 'block',
      note: 'Only in the published documents; the file goes into the body.',
    },
    content_base64: { kind: 'text', note: 'Only in the published documents.' },
  },
  body: { kind: 'multipart', required: true, field: 'file' },
  reply: { recordId: { kind: 'text' } },
  refusals: ['upload_text_track_failed'],
  keyCodes: { noRecordings: 'server_refused' },
  notes: [
    'Processing takes minutes; the answer comes before.',
    'A track that could not be stored is reported under SUCCESS.',
    'Without a file nothing is deleted, contrary to the documents.',
  ],
});
