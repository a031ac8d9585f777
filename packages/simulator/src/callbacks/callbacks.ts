import type { Deliveries } from '../outbound/deliveries.ts';
import type { DeliveryPlan } from '../outbound/delivery.ts';
import type { ServerEvent, ServerEvents } from '../state/server-events.ts';
import { analytics } from './analytics.ts';
import { documentFetches } from './document-fetches.ts';
import { endCallbacks } from './end-callbacks.ts';
import { recordingReady } from './recording-ready.ts';
import type { JwtAlgorithm } from './sign-jwt.ts';

export interface CallbackOptions {
  secret: string;
  /** What the token of a recording-ready callback is signed with. */
  recordingReadyAlgorithm: JwtAlgorithm;
  /** Whether documents are fetched that are given by their address. */
  fetchesDocuments: boolean;
}

/** Calls the addresses that `create` was given, when what they wait for happens. */
export function sendCallbacks(
  events: ServerEvents,
  deliveries: Deliveries,
  options: CallbackOptions,
): void {
  events.listen((event) => {
    for (const plan of plansFor(event, options)) deliveries.add(plan, event.at);
  });
}

function plansFor(
  event: ServerEvent,
  { secret, recordingReadyAlgorithm, fetchesDocuments }: CallbackOptions,
): DeliveryPlan[] {
  if (event.kind === 'meeting-ended') {
    return [...endCallbacks(event.meeting), ...analytics(event.meeting, event.at, secret)];
  }
  if (event.kind === 'document-received') {
    return fetchesDocuments ? documentFetches(event.document) : [];
  }
  const isPublished =
    event.kind === 'rap-step' && event.step === 'publish' && event.phase === 'ended';
  return isPublished ? recordingReady(event.recording, secret, recordingReadyAlgorithm) : [];
}
