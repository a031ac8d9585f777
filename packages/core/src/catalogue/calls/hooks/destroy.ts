import { defineCall } from '../../define-call.ts';

export const hooksDestroy = defineCall({
  name: 'hooks/destroy',
  summary: 'Removes a registered address.',
  methods: ['GET'],
  auth: 'checksum',
  hashGroup: 'hooks',
  effect: 'write',
  format: 'xml',
  params: {
    hookID: { kind: 'id', required: true, min: 1 },
  },
  reply: { removed: { kind: 'boolean' } },
  answers: ['destroyMissingHook'],
  notes: ['A hook that is gone already, and a permanent one, answer destroyMissingHook.'],
});
