import type { Call } from './call.ts';

/** Tells that the webhooks service is there, to anybody. Source: bbb-webhooks source. */
export const hooksPing: Call = {
  name: 'hooks/ping',
  methods: ['GET'],
  access: 'own',
  checksumMessage: '',
  violations: () => [],
  answer(_request, { profile }) {
    const text = profile.webhooks.version === '2.6' ? 'bbb-webhooks up!' : 'bbb-webhooks API up!';
    const type = 'text/plain; charset=utf-8';
    return { kind: 'raw', status: 200, type, text, returncode: '', messageKey: '' };
  },
};
