import { type Call, json } from './call.ts';
import { refuseInJson, sessionViolations } from './session-call.ts';

/**
 * Takes what a person thought of a meeting, and forgets it. Only the session is looked at; what the
 * server answers was never confirmed. Source: bbb-web source, 3.0, route and request model.
 */
export const feedback: Call = {
  name: 'feedback',
  methods: ['POST'],
  access: 'own',
  checksumMessage: 'Checksums do not match',
  violations: sessionViolations,
  refuse: (violation) => refuseInJson(violation),

  answer() {
    const outcome = { returncode: 'SUCCESS', messageKey: '' } as const;
    return json({ response: { returncode: 'SUCCESS' } }, outcome);
  },
};
