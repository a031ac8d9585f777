import { type Call, json } from './call.ts';
import { refuseInJson, sessionViolations } from './session-call.ts';

/** Lists servers for media, of which a simulator has none. Source: bbb-web source, `stuns`. */
export const stuns: Call = {
  name: 'stuns',
  methods: ['GET', 'POST'],
  access: 'own',
  checksumMessage: 'Checksums do not match',
  violations: sessionViolations,
  refuse: refuseInJson,

  answer() {
    const servers = { stunServers: [], turnServers: [], remoteIceCandidates: [] };
    return json(servers, { returncode: 'SUCCESS', messageKey: '' });
  },
};
