import { defineCall } from '../../define-call.ts';

export const hooksCreate = defineCall({
  name: 'hooks/create',
  summary: 'Registers an address that is told about events.',
  methods: ['GET'],
  auth: 'checksum',
  hashGroup: 'hooks',
  effect: 'write',
  format: 'xml',
  params: {
    callbackURL: {
      kind: 'url',
      required: true,
      secret: true,
      note: 'A second registration of the same address answers the first, whatever else it asks.',
    },
    meetingID: {
      kind: 'id',
      min: 2,
      max: 256,
      requiredWhere: 'requiresMeetingForHooks',
      note: 'Without it the hook hears every meeting.',
    },
    eventID: { kind: 'csv', note: 'Events to hear, in lower case.' },
    getRaw: { kind: 'boolean', default: false },
  },
  reply: {
    hookID: { kind: 'text', promised: true },
    permanentHook: { kind: 'boolean' },
    rawData: { kind: 'boolean' },
  },
  notes: [
    'hookID is a number in bbb-webhooks 2 and a UUID in 3: text.',
    'bbb-webhooks 3.0.0 to 3.3.1 lose meetingID: filter what arrives by meeting.',
  ],
});
