import type { WebhooksBehaviour } from '../profiles/webhooks.ts';
import type { ServerEvent } from '../state/server-events.ts';

type UserEvent = ServerEvent & { kind: `user-${string}` };

/** Lists what an event tells of a person; undefined when this version does not tell it at all. */
export function userAttributes(
  { kind, meeting, user }: UserEvent,
  version: WebhooksBehaviour['attributes'],
): Record<string, unknown> | undefined {
  const ids = { 'internal-user-id': user.internalUserID, 'external-user-id': user.userID };
  const guest = version === '2.6' ? {} : { guest: user.guest === true };
  switch (kind) {
    case 'user-joined': {
      const { fullName: name, role } = user;
      const userdata = Object.fromEntries(meeting.customData.get(user.userID) ?? []);
      return {
        ...ids,
        name,
        role,
        presenter: meeting.isPresenter(user),
        ...(version === '2.6' ? {} : { userdata }),
        ...guest,
      };
    }
    case 'user-left':
      return { ...ids, ...guest };
    case 'user-raise-hand-changed':
      return version === '2.6' ? undefined : { ...ids, 'raise-hand': user.handRaised };
    default:
      return ids;
  }
}
