import type { Deliveries } from '../outbound/deliveries.ts';
import type { DeliveryPlan } from '../outbound/delivery.ts';
import type { ServerEvent, ServerEvents } from '../state/server-events.ts';
import { callbackRequest, type WebhooksSender } from './callback-request.ts';
import { type Hook, isRaw } from './hook.ts';
import type { HookRegistry } from './hook-registry.ts';
import { withoutPersonalData } from './redaction.ts';
import { meetingIDOf, webhookEvent, type WebhookEvent } from './webhook-event.ts';

/** Milliseconds before each further attempt. Source: bbb-webhooks, default configuration. */
const retryWaits = [
  100, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 30_000, 60_000, 60_000, 60_000, 60_000,
];
const permanentRetryMs = 60_000;

export interface WebhooksOptions extends WebhooksSender {
  /** Whether names and addresses of people are taken out of events. */
  personalData: 'sent' | 'removed';
}

/** The webhooks service: tells every hook what happens. */
export class Webhooks {
  readonly #registry: HookRegistry;
  readonly #options: WebhooksOptions;
  readonly #deliveries: Deliveries;

  constructor(registry: HookRegistry, options: WebhooksOptions, deliveries: Deliveries) {
    this.#registry = registry;
    this.#options = options;
    this.#deliveries = deliveries;
    deliveries.onGivenUp((plan) => this.#giveUp(plan));
  }

  /** Passes on everything that happens from now on. */
  listenTo(events: ServerEvents): void {
    events.listen((event) => this.#tell(event));
  }

  #tell(happened: ServerEvent): void {
    const told = webhookEvent(happened, this.#options.behaviour);
    if (told === undefined) return;
    const event = this.#options.personalData === 'sent' ? told : withoutPersonalData(told);
    for (const hook of this.#registry.hearing(meetingIDOf(event))) {
      if (wants(hook, event))
        this.#deliveries.add(this.#plan(hook, event, happened.at), happened.at);
    }
  }

  #plan({ hookID, callbackURL, isPermanent }: Hook, event: WebhookEvent, at: number): DeliveryPlan {
    const isQueued = this.#options.behaviour.order === 'queue';
    return {
      request: callbackRequest(callbackURL, event, at, this.#options),
      waits: retryWaits,
      ...(isPermanent ? { thenEvery: permanentRetryMs } : {}),
      acceptsUnauthorized: true,
      hookID,
      ...(isQueued ? { lane: laneOf(hookID) } : {}),
    };
  }

  #giveUp({ hookID, lane }: DeliveryPlan): void {
    if (hookID !== undefined) this.#registry.giveUp(hookID);
    if (lane !== undefined) this.#deliveries.dropLane(lane);
  }
}

/** Raw hooks get the messages between the parts of a server, which do not exist here. */
function wants(hook: Hook, { data }: WebhookEvent): boolean {
  return !isRaw(hook) && hook.eventIDs?.includes(data.id) !== false;
}

function laneOf(hookID: string): string {
  return `hook ${hookID}`;
}
