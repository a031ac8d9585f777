import { defineCall } from '../define-call.ts';

export const getRecordings = defineCall({
  name: 'getRecordings',
  summary: 'Lists recordings and where they can be watched.',
  methods: ['GET', 'POST'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'read',
  format: 'xml',
  params: {
    meetingID: { kind: 'csv' },
    recordID: { kind: 'csv', note: 'Matches by prefix and wins over meetingID.' },
    state: {
      kind: 'csv',
      values: ['processing', 'processed', 'published', 'unpublished', 'deleted', 'any'],
      since: '1.0',
      note: 'Published with four values; without it servers answer published and unpublished ones.',
    },
    offset: { kind: 'integer', min: 0, since: '2.6', needs: 'supportsRecordingPaging' },
    limit: { kind: 'integer', min: 1, max: 100, since: '2.6', needs: 'supportsRecordingPaging' },
  },
  prefixes: [{ prefix: 'meta_', pattern: '^meta_[a-zA-Z][a-zA-Z0-9-]*$', lowerCased: true }],
  reply: {
    totalElements: { kind: 'integer' },
    recordings: {
      kind: 'list',
      item: 'recording',
      of: {
        recordID: { kind: 'text', promised: true },
        meetingID: { kind: 'text' },
        internalMeetingID: { kind: 'text' },
        name: { kind: 'text' },
        isBreakout: { kind: 'boolean' },
        published: { kind: 'boolean' },
        protected: { kind: 'boolean' },
        state: { kind: 'text' },
        startTime: { kind: 'time' },
        endTime: { kind: 'time' },
        participants: { kind: 'integer' },
        rawSize: { kind: 'integer' },
        size: { kind: 'integer' },
        metadata: { kind: 'map' },
        breakout: {
          kind: 'object',
          fields: {
            parentId: { kind: 'text' },
            sequence: { kind: 'integer' },
            freeJoin: { kind: 'boolean' },
          },
        },
        breakoutRooms: { kind: 'texts', item: 'breakoutRoom' },
        playback: {
          kind: 'list',
          item: 'format',
          of: {
            type: { kind: 'text' },
            url: { kind: 'text' },
            processingTime: { kind: 'integer' },
            length: { kind: 'integer' },
            size: { kind: 'integer' },
            preview: {
              kind: 'object',
              fields: {
                images: {
                  kind: 'list',
                  item: 'image',
                  of: {
                    kind: 'text-with-attributes',
                    text: 'url',
                    attributes: { alt: 'text', width: 'integer', height: 'integer' },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  answers: ['noRecordings'],
  notes: [
    'An empty list is SUCCESS with the key noRecordings.',
    'state is published with four values; servers know six, joined by commas.',
    'length is in minutes, processingTime in milliseconds.',
  ],
});
