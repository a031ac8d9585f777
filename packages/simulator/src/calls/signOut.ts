import { success } from '../wire/envelopes.ts';
import { type Call, reply } from './call.ts';
import { sessionFor } from './session-call.ts';

/**
 * Closes a session; its person leaves the meeting. It succeeds even where there is no session.
 * Source: bbb-web source, `signOut`.
 */
export const signOut: Call = {
  name: 'signOut',
  methods: ['GET', 'POST'],
  access: 'own',
  checksumMessage: 'Checksums do not match',
  violations: () => [],

  answer(request, server) {
    const session = sessionFor(request, server);
    if ('sessionToken' in session) {
      const { meeting, user, sessionToken } = session;
      server.state.sessions.close(sessionToken);
      meeting.lobby.withdraw(user.internalUserID);
      meeting.leave(user.internalUserID, request.now);
    }
    return reply(success([]));
  },
};
