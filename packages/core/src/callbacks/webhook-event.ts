import { hash } from 'node:crypto';
import { type Json, takeAttributes, takeOpen } from './attributes.ts';
import { eventKey } from './event-key.ts';
import { bodyText, formFields, onlyField, parseJson } from './received-body.ts';
import { denied, malformed } from './refusals.ts';
import {
  provenScheme,
  type WebhookProof,
  type WebhookRequest,
  type WebhookScheme,
} from './webhook-checksum.ts';
import { type WebhookAttributes, type WebhookEventId, webhookEvents } from './webhook-events.ts';

const callback = 'webhook';

/** Whole shared notes may be in one. */
const maxBytes = 4 * 1024 * 1024;

export interface WebhookSettings extends WebhookProof {
  /** Meetings this address was registered for; events of others are dropped. */
  readonly meetingIDs: readonly string[] | 'any';
  /** Keys of events already handled. */
  readonly seen?: { has(key: string): boolean };
  /** Refuses deliveries older than this; servers repeat one for about five minutes. */
  readonly maxAge?: { readonly ms: number; /** Epoch ms. */ readonly now: number };
}

interface EventFields {
  /** The same for every repetition of the event; store it to recognise them. */
  readonly key: string;
  readonly meetingID: string | undefined;
  readonly internalMeetingID: string | undefined;
  /** Epoch ms. Later versions deliver out of order: sort by it. */
  readonly at: number | undefined;
}

/** An event the catalogue of events knows; its id decides which attributes it may have. */
export type KnownWebhookEvent = {
  [I in WebhookEventId]: EventFields & {
    readonly known: true;
    readonly id: I;
    readonly attributes: WebhookAttributes<I>;
  };
}[WebhookEventId];

/** An event of a newer server, with its attributes as sent, without what looks like a secret. */
export interface UnknownWebhookEvent extends EventFields {
  readonly known: false;
  readonly id: string;
  readonly attributes: Json;
}

export type WebhookEvent = KnownWebhookEvent | UnknownWebhookEvent;

/** What one webhook brought. */
export interface WebhookDelivery {
  readonly scheme: WebhookScheme;
  /** The server's own name. */
  readonly domain: string | undefined;
  /** Epoch ms; the same when the delivery is repeated. */
  readonly timestamp: number;
  readonly events: readonly WebhookEvent[];
  /** How many were left out: of another meeting, handled before, or not events. */
  readonly dropped: {
    readonly foreign: number;
    readonly repeated: number;
    readonly unreadable: number;
  };
}

/**
 * Verifies a webhook and reads its events.
 *
 * Throws `access_denied` when nothing proves it genuine or it is too old, and `bad_reply` when it
 * is not a form with `event` and `timestamp`. Answer a refusal with 403 or 400: servers take 401
 * for a success. See the development page "Webhooks".
 */
export function verifyWebhook(request: WebhookRequest, settings: WebhookSettings): WebhookDelivery {
  const fields = formFields(callback, bodyText(callback, request.body, maxBytes));
  const scheme = provenScheme(request, fields, settings);
  const timestamp = onlyField(callback, fields, 'timestamp');
  if (!/^\d{1,15}$/.test(timestamp)) throw malformed(callback, 'has an odd timestamp');
  const { maxAge } = settings;
  if (maxAge !== undefined && Number(timestamp) < maxAge.now - maxAge.ms) {
    throw denied(callback, 'is too old');
  }
  const sent = parseJson(callback, onlyField(callback, fields, 'event'), 'an event');
  if (typeof sent !== 'object' || sent === null) throw malformed(callback, 'has no event in it');
  const domain = fields.get('domain')?.[0];
  return {
    scheme,
    domain,
    timestamp: Number(timestamp),
    ...sortOut(Array.isArray(sent) ? sent : [sent], settings),
  };
}

function sortOut(
  items: readonly unknown[],
  { meetingIDs, seen }: WebhookSettings,
): Pick<WebhookDelivery, 'events' | 'dropped'> {
  const events = new Map<string, WebhookEvent>();
  const dropped = { foreign: 0, repeated: 0, unreadable: 0 };
  for (const item of items) {
    const event = readEvent(item);
    if (event === undefined) dropped.unreadable++;
    else if (meetingIDs !== 'any' && !isOfMeetings(event, meetingIDs)) dropped.foreign++;
    else if (events.has(event.key) || seen?.has(event.key) === true) dropped.repeated++;
    else events.set(event.key, event);
  }
  return { events: [...events.values()], dropped };
}

function readEvent(item: unknown): WebhookEvent | undefined {
  const { data } = takeAttributes(item, {
    data: {
      id: 'text',
      event: { ts: 'number' },
      attributes: { meeting: { 'internal-meeting-id': 'text', 'external-meeting-id': 'text' } },
    },
  });
  const key = eventKey(item);
  if (data?.id === undefined || data.id === '' || key === undefined) return undefined;
  const { id } = data;
  const fields: EventFields = {
    key,
    meetingID: data.attributes?.meeting?.['external-meeting-id'],
    internalMeetingID: data.attributes?.meeting?.['internal-meeting-id'],
    at: data.event?.ts,
  };
  const attributes = (item as { data: { attributes?: unknown } }).data.attributes ?? {};
  if (!Object.hasOwn(webhookEvents, id)) {
    return { ...fields, known: false, id, attributes: takeOpen(attributes) };
  }
  const specs = webhookEvents[id as WebhookEventId];
  return {
    ...fields,
    known: true,
    id,
    attributes: takeAttributes(attributes, specs),
  } as KnownWebhookEvent;
}

/** Recording events may lack the external id; the internal one starts with its SHA-1. */
function isOfMeetings(
  { meetingID, internalMeetingID }: EventFields,
  meetingIDs: readonly string[],
): boolean {
  if (meetingID !== undefined) return meetingIDs.includes(meetingID);
  const prefix = internalMeetingID?.split('-', 1)[0];
  return meetingIDs.some((expected) => hash('sha1', expected, 'hex') === prefix);
}
