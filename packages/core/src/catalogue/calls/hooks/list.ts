import { defineCall } from '../../define-call.ts';

export const hooksList = defineCall({
  name: 'hooks/list',
  summary: 'Lists the registered addresses.',
  methods: ['GET'],
  auth: 'checksum',
  hashGroup: 'hooks',
  effect: 'read',
  format: 'xml',
  params: {
    meetingID: {
      kind: 'id',
      min: 2,
      max: 256,
      note: 'bbb-webhooks 3.4 and 3.5 fail with listHookError when no hook has it.',
    },
  },
  reply: {
    hooks: {
      kind: 'list',
      item: 'hook',
      of: {
        hookID: { kind: 'text', promised: true },
        callbackURL: { kind: 'text' },
        meetingID: { kind: 'text' },
        eventID: { kind: 'text' },
        permanentHook: { kind: 'boolean' },
        rawData: { kind: 'boolean' },
      },
    },
  },
});
