import { type Call, json } from './call.ts';
import { sessionViolations } from './session-call.ts';

/**
 * Lists servers for media, of which a simulator has none. Its refusal has no key, and no `response`
 * around it. Source: bbb-web source, `stuns`.
 */
export const stuns: Call = {
  name: 'stuns',
  methods: ['GET', 'POST'],
  access: 'own',
  checksumMessage: 'Checksums do not match',
  violations: sessionViolations,

  refuse({ key: messageKey }, _request, { urls }) {
    const message = 'Could not find conference.';
    const refusal = { returncode: 'FAILED', message, logoutURL: urls.defaultLogout };
    return json(refusal, { returncode: 'FAILED', messageKey });
  },

  answer() {
    const servers = { stunServers: [], turnServers: [], remoteIceCandidates: [] };
    return json(servers, { returncode: 'SUCCESS', messageKey: '' });
  },
};
