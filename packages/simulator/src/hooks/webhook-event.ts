import type { WebhooksBehaviour } from '../profiles/webhooks.ts';
import type { ServerEvent } from '../state/server-events.ts';
import { chatAttributes } from './chat-attributes.ts';
import { createdMeetingAttributes } from './meeting-attributes.ts';
import { recordingStep } from './recording-attributes.ts';
import { userAttributes } from './user-attributes.ts';

/** What a webhook tells. */
export interface WebhookEvent {
  data: {
    type: 'event';
    id: string;
    attributes: Readonly<Record<string, unknown>>;
    event: { ts: number };
  };
}

/** The meeting of an event; the external id is missing once the service has forgotten it. */
interface MeetingIDs {
  'internal-meeting-id': string;
  'external-meeting-id': string | undefined;
}

/**
 * Writes what happened as the webhooks service tells it; undefined for what it does not tell.
 * Source: webhooks documentation; bbb-webhooks source, event mapping.
 */
export function webhookEvent(
  event: ServerEvent,
  behaviour: WebhooksBehaviour,
): WebhookEvent | undefined {
  const told = tell(event, behaviour);
  if (told === undefined) return undefined;
  const { id, attributes } = told;
  return { data: { type: 'event', id, attributes, event: { ts: event.at } } };
}

/** Returns the id by which callers know the meeting of an event. */
export function meetingIDOf({ data }: WebhookEvent): string | undefined {
  const { meeting } = data.attributes as { meeting: MeetingIDs };
  return meeting['external-meeting-id'];
}

function tell(event: ServerEvent, behaviour: WebhooksBehaviour) {
  const { kind } = event;
  const meeting = meetingIDs(event, behaviour);
  switch (kind) {
    case 'meeting-created': {
      const more = createdMeetingAttributes(event.meeting, behaviour.attributes);
      return { id: kind, attributes: { meeting: { ...meeting, ...more } } };
    }
    case 'meeting-ended':
    case 'meeting-recording-started':
    case 'meeting-recording-stopped':
      return { id: kind, attributes: { meeting } };
    case 'user-joined':
    case 'user-left':
    case 'user-presenter-assigned':
    case 'user-presenter-unassigned':
    case 'user-raise-hand-changed': {
      const user = userAttributes(event, behaviour.attributes);
      return user === undefined ? undefined : { id: kind, attributes: { meeting, user } };
    }
    case 'chat-group-message-sent':
      return { id: kind, attributes: { meeting, ...chatAttributes(event, behaviour.attributes) } };
    case 'rap-step': {
      const { id, attributes } = recordingStep(event, behaviour.attributes);
      return { id, attributes: { meeting, ...attributes } };
    }
    case 'rap-published':
    case 'rap-unpublished':
    case 'rap-deleted': {
      const { recordID } = event.recording;
      const more = behaviour.attributes === '2.6' ? {} : { 'record-id': recordID };
      return { id: kind, attributes: { meeting, ...more } };
    }
    default:
      return undefined;
  }
}

function meetingIDs(event: ServerEvent, behaviour: WebhooksBehaviour): MeetingIDs {
  if ('meeting' in event) {
    const { internalMeetingID, settings } = event.meeting;
    return { 'internal-meeting-id': internalMeetingID, 'external-meeting-id': settings.meetingID };
  }
  const { recordID, meetingID, endTime } = event.recording;
  // The recording scripts send the external id themselves, changes by the API do not.
  const isKnown = event.kind === 'rap-step' || event.at - endTime <= behaviour.knowsMeetingsForMs;
  return {
    'internal-meeting-id': recordID,
    'external-meeting-id': isKnown ? meetingID : undefined,
  };
}
