import type { Role } from '../state/meeting.ts';
import type { GuestStatus } from '../state/sessions.ts';
import { toBoolean, toBooleanOr } from '../wire/coercion.ts';
import type { Parameters } from '../wire/raw-query.ts';

/**
 * Decides whether a person may come in, must wait for a moderator, or is refused, on a server that
 * treats authenticated viewers like guests (its default). Source: API documentation, guestPolicy.
 */
export function guestStatusFor(params: Parameters, role: Role, guestPolicy: string): GuestStatus {
  const isGuest = toBoolean(params.text('guest'));
  const isAuthenticated = toBooleanOr(params.text('auth'), params.text('guest') === '');
  if (role === 'MODERATOR') return 'ALLOW';
  switch (guestPolicy) {
    case 'ALWAYS_ACCEPT':
      return 'ALLOW';
    case 'ASK_MODERATOR':
    case 'ALWAYS_ACCEPT_AUTH':
      return isGuest || isAuthenticated ? 'WAIT' : 'ALLOW';
    default:
      return 'DENY';
  }
}
