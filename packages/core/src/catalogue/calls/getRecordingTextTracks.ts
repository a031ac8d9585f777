import { defineCall } from '../define-call.ts';

export const getRecordingTextTracks = defineCall({
  name: 'getRecordingTextTracks',
  summary: 'Lists the captions and subtitles of a recording.',
  methods: ['GET', 'POST'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'read',
  format: 'json',
  since: '2.2',
  params: {
    recordID: { kind: 'id', required: true, note: 'Exactly one.' },
  },
  reply: {
    tracks: {
      kind: 'list',
      item: 'track',
      of: {
        href: { kind: 'text' },
        kind: { kind: 'text' },
        label: { kind: 'text' },
        lang: { kind: 'text' },
        source: { kind: 'text' },
      },
    },
  },
  answers: ['noRecordings', 'noCaptionsFound'],
  notes: [
    'A recording without captions is FAILED with noCaptionsFound (bbb-web source, recording service).',
    'The published example lacks href, a path that is good for a short time.',
    'Some failures, such as checksumError, come as XML.',
  ],
});
