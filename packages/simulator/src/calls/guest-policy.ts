import type { GuestStatus } from '../state/lobby.ts';
import type { AdmittedUser } from '../state/user.ts';
import { toBoolean, toBooleanOr } from '../wire/coercion.ts';
import type { Parameters } from '../wire/raw-query.ts';

/**
 * Decides whether a person may come in, must wait for a moderator, or is refused. A server with
 * `authenticatedGuest` treats the viewers its caller knows like guests, unless the caller says
 * `guest=false`. Source: API documentation, guestPolicy; bbb-web source, 2.7.
 */
export function guestStatusFor(
  params: Parameters,
  { role }: AdmittedUser,
  guestPolicy: string,
  authenticatedGuest: boolean,
): GuestStatus {
  const guest = params.text('guest');
  const isGuest = toBoolean(guest);
  const isTrusted = authenticatedGuest
    ? role === 'MODERATOR' || (guest !== '' && !isGuest)
    : !isGuest;
  if (isTrusted) return 'ALLOW';
  switch (guestPolicy) {
    case 'ALWAYS_ACCEPT':
      return 'ALLOW';
    case 'ASK_MODERATOR':
      return isGuest || isAuthenticated(params) ? 'WAIT' : 'ALLOW';
    case 'ALWAYS_ACCEPT_AUTH':
      return isGuest ? 'WAIT' : 'ALLOW';
    default:
      return 'DENY';
  }
}

function isAuthenticated(params: Parameters): boolean {
  return toBooleanOr(params.text('auth'), params.text('guest') === '');
}
