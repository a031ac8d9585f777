import type { WebhooksBehaviour } from '../profiles/webhooks.ts';
import type { ServerEvent } from '../state/server-events.ts';

type ChatEvent = ServerEvent & { kind: 'chat-group-message-sent' };

/** Lists what an event tells of a message of the public chat. */
export function chatAttributes(
  { user, message, at }: ChatEvent,
  version: WebhooksBehaviour['attributes'],
): Record<string, unknown> {
  const chat = { 'chat-id': 'MAIN-PUBLIC-GROUP-CHAT' };
  const internal = { 'internal-user-id': user?.internalUserID ?? null };
  if (version === '2.6') {
    // This version mistakes the name for the external id.
    const sender = { ...internal, 'external-user-id': message.from, time: at };
    return { 'chat-message': { message: message.text, sender }, ...chat };
  }
  const external = user === undefined ? {} : { 'external-user-id': user.userID };
  const sender = { ...internal, ...external, name: message.from, time: at };
  const id = `${at}-${message.id}`;
  return { 'chat-message': { id, message: message.text, sender }, ...chat };
}
