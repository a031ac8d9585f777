import type { DeliveryPlan } from '../outbound/delivery.ts';
import type { Meeting } from '../state/meeting.ts';

/** Milliseconds before the second to the fifth attempt. Source: bbb-web source, callback service. */
const retryWaits = [30_000, 60_000, 120_000, 300_000];

/**
 * Plans the calls to whoever wants to know that a meeting is over; none for breakout rooms.
 * Source: bbb-web source, end of a meeting; API documentation, `meta_endCallbackUrl`.
 */
export function endCallbacks({ settings, recording }: Meeting): DeliveryPlan[] {
  if (settings.breakout !== undefined) return [];
  const plans: DeliveryPlan[] = [];
  const callbackURL = settings.metadata.get('endcallbackurl');
  if (callbackURL !== undefined) {
    const told = new URLSearchParams([
      ['recordingmarks', String(recording.hasAny)],
      ['meetingID', settings.meetingID],
    ]);
    plans.push(plan('end-callback', withQuery(callbackURL, told)));
  }
  if (settings.meetingEndedURL !== '') {
    plans.push(plan('meeting-ended-url', settings.meetingEndedURL));
  }
  return plans;
}

function plan(kind: 'end-callback' | 'meeting-ended-url', url: string): DeliveryPlan {
  return {
    request: { kind, method: 'GET', url, headers: {}, followsRedirects: false },
    waits: retryWaits,
    acceptsUnauthorized: false,
  };
}

/** Adds parameters behind those a URL has; a name it has already stands twice then. */
function withQuery(url: string, query: URLSearchParams): string {
  const [address = '', fragment] = url.split('#', 2);
  const separator = address.includes('?') ? '&' : '?';
  return `${address}${separator}${query.toString()}${fragment === undefined ? '' : `#${fragment}`}`;
}
