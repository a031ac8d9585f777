import type { MeetingSettings } from '../state/meeting-settings.ts';
import type { Role } from '../state/user.ts';
import type { Failure } from '../wire/envelopes.ts';
import type { Parameters } from '../wire/raw-query.ts';

const roles = new Map<string, Role>([
  ['moderator', 'MODERATOR'],
  ['viewer', 'VIEWER'],
]);

/**
 * Finds the role of a person who joins: the role parameter if it names one, otherwise what the
 * password is good for. Returns a failure, whose key the server spells with a space.
 */
export function roleFor(
  params: Parameters,
  { moderatorPW, attendeePW }: MeetingSettings,
): Role | Failure {
  const role = roles.get(params.text('role').toLowerCase());
  if (role !== undefined) return role;
  const password = params.text('password');
  if (password === '') {
    return refusal(
      'You must either send the valid role of the user, or the password, should the meeting have one.',
    );
  }
  if (moderatorPW === '' || attendeePW === '') {
    return refusal(
      "You must send the 'role' parameter, since this meeting doesn't have any password.",
    );
  }
  if (password === moderatorPW) return 'MODERATOR';
  if (password === attendeePW) return 'VIEWER';
  return refusal('You must enter a valid password');
}

function refusal(message: string): Failure {
  return { key: 'Params required', message };
}
