import { defineCall } from '../define-call.ts';
import { layouts } from '../enums.ts';
import { joinUserdata } from './join-userdata.ts';

export const getJoinUrl = defineCall({
  name: 'getJoinUrl',
  summary: 'Gives a link with which somebody in a meeting enters it once more, as the same user.',
  methods: ['GET', 'POST'],
  auth: 'session',
  hashGroup: 'api',
  effect: 'read',
  format: 'json',
  since: '2.7',
  params: {
    sessionToken: { kind: 'text', required: true, min: 1, secret: true },
    replaceSession: {
      kind: 'boolean',
      default: false,
      since: '3.0',
      note: 'Missing in the published documents.',
    },
    sessionName: { kind: 'text', since: '3.0', personal: true },
    enforceLayout: { kind: 'choice', values: layouts, since: '3.0' },
    ...joinUserdata,
  },
  prefixes: [
    {
      prefix: 'userdata-',
      pattern: '^userdata-[A-Za-z0-9_.]+$',
      note: 'Servers block some names for viewers, recording and audio switches among them.',
    },
  ],
  reply: { url: { kind: 'text', promised: true } },
  notes: [
    'Not signed: the session token decides, together with the cookie JSESSIONID unless the meeting allows requests without a session.',
    'The link is signed by the server and encoded twice: it is handed on as it is.',
  ],
});
