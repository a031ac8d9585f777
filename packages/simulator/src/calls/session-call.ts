import type { Session } from '../state/sessions.ts';
import type { Failure } from '../wire/envelopes.ts';
import { type Answer, type CallRequest, json, type SimulatedServer } from './call.ts';
import { mayUse } from './session-cookie.ts';

/**
 * Finds the session that a call names by its token. The browser must also send the cookie of join,
 * unless the meeting was created with `allowRequestsWithoutSession`. Fails with `missingToken`,
 * `missingSession` or `guestDeny`. Source: bbb-web source, request models of session calls.
 */
export function sessionFor(
  { params, headers }: Pick<CallRequest, 'params' | 'headers'>,
  { state }: SimulatedServer,
): Session | Failure {
  const sessionToken = params.text('sessionToken');
  if (sessionToken === '') {
    return { key: 'missingToken', message: 'You must provide a session token' };
  }
  const session = state.sessions.find(sessionToken);
  if (session === undefined || !mayUse(session, headers)) {
    return { key: 'missingSession', message: 'Invalid session token' };
  }
  if (session.meeting.lobby.statusOf(session.user.internalUserID) === 'DENY') {
    return { key: 'guestDeny', message: 'User denied access for this session' };
  }
  return session;
}

/** Lists the violation of a call that names no session it may use. */
export function sessionViolations(request: CallRequest, server: SimulatedServer): Failure[] {
  const session = sessionFor(request, server);
  return 'key' in session ? [session] : [];
}

/**
 * Answers a violation of a session call in JSON, whatever the caller accepts, with further members
 * where a call has them.
 */
export function refuseInJson(
  { key, message }: Failure,
  more: Readonly<Record<string, string>> = {},
): Answer {
  const response = { returncode: 'FAILED', messageKey: key, message, ...more };
  return json({ response }, { returncode: 'FAILED', messageKey: key });
}

/** Answers in JSON that something failed, without a key, as the newer session calls do. */
export function failWithToken(message: string, { params }: CallRequest): Answer {
  const response = { returncode: 'FAILED', message, sessionToken: params.text('sessionToken') };
  return json({ response }, { returncode: 'FAILED', messageKey: '' });
}
