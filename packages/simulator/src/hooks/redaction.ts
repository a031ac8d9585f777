import type { WebhookEvent } from './webhook-event.ts';

/** What hosters take out before an event leaves them: who somebody is, and from where. */
const personal = new Set([
  'name',
  'userdata',
  'ip-address',
  'user-agent',
  'referer',
  'session-token',
]);

/**
 * Returns an event without what would identify a person. Ids stay: they mean something only to the
 * caller who chose them. Source: IntegrationAPI description; which attributes it means is not said.
 */
export function withoutPersonalData(event: WebhookEvent): WebhookEvent {
  const { attributes } = event.data;
  const chat = attributes['chat-message'] as { sender: object } | undefined;
  const redacted = {
    ...attributes,
    ...('user' in attributes ? { user: impersonal(attributes['user'] as object) } : {}),
    ...(chat === undefined ? {} : { 'chat-message': { ...chat, sender: impersonal(chat.sender) } }),
  };
  return { data: { ...event.data, attributes: redacted } };
}

function impersonal(person: object): object {
  return Object.fromEntries(Object.entries(person).filter(([name]) => !personal.has(name)));
}
