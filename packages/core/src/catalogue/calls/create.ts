import { defineCall } from '../define-call.ts';
import { createBody } from './create-body.ts';
import { createParams } from './create-params.ts';

export const create = defineCall({
  name: 'create',
  summary: 'Makes a meeting, or answers the one that already runs under this meetingID.',
  methods: ['GET', 'POST'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'write',
  format: 'xml',
  params: createParams,
  prefixes: [
    {
      prefix: 'meta_',
      pattern: '^meta_[a-zA-Z][a-zA-Z0-9-]*$',
      lowerCased: true,
      note: 'Stored in lower case without the prefix; other names are dropped by the server.',
    },
    { prefix: 'plugin_', pattern: '^plugin_[A-Za-z0-9_-]+$', lowerCased: true },
  ],
  body: createBody,
  reply: {
    meetingID: { kind: 'text', promised: true },
    internalMeetingID: { kind: 'text', promised: true },
    parentMeetingID: { kind: 'text' },
    attendeePW: { kind: 'text' },
    moderatorPW: { kind: 'text' },
    createTime: { kind: 'time', promised: true },
    voiceBridge: { kind: 'text' },
    dialNumber: { kind: 'text' },
    createDate: { kind: 'text' },
    hasUserJoined: { kind: 'boolean' },
    duration: { kind: 'integer' },
    hasBeenForciblyEnded: { kind: 'boolean' },
  },
  notes: [
    'A repeated create compares the two passwords only: other parameters are ignored and the running meeting is answered.',
  ],
});
