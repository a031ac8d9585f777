import type { DeliveryPlan, DeliveryState, LoggedDelivery, Outcome } from './delivery.ts';
import { maskedUrl } from './masked-url.ts';
import { sendOnce } from './send-once.ts';

/** A delivery that is not finished. Plain data, so that it survives a restart. */
interface Delivery {
  plan: DeliveryPlan;
  /** When the next attempt is due, in epoch milliseconds. */
  dueAt: number;
  attempts: { at: number; outcome: Outcome }[];
  state: DeliveryState;
}

export interface DeliveriesOptions {
  secret: string;
  /** Whether other machines may be called. */
  allowOutbound: boolean;
  /** Epoch milliseconds of the simulated server. */
  now: () => number;
}

const loggedDeliveries = 1_000;
const mostAtOnce = 16;

/**
 * What a server sends to others. The requests are real, the moments are those of the server's
 * clock: an attempt whose time has come starts when the server settles. Attempts take no time on
 * that clock, so that a long leap lets all of them happen.
 */
export class Deliveries {
  readonly #options: DeliveriesOptions;
  readonly #givenUpListeners = new Set<(plan: DeliveryPlan) => void>();
  readonly #inFlight = new Map<Delivery, Promise<void>>();
  /** For each lane, what waits in it; only the first may go. */
  readonly #lanes = new Map<string, Delivery[]>();
  #stop = new AbortController();
  #pending = new Set<Delivery>();
  #log: Delivery[] = [];

  constructor(options: DeliveriesOptions) {
    this.#options = options;
  }

  /** Plans a delivery whose first attempt is due at once. */
  add(plan: DeliveryPlan, at: number): void {
    const delivery: Delivery = { plan, dueAt: at, attempts: [], state: 'pending' };
    this.#keep(delivery);
    if (this.#mayStart(delivery, this.#options.now())) this.#start(delivery);
  }

  /** Starts every attempt that is due. */
  settle(now: number): void {
    for (const delivery of this.#pending) {
      if (this.#inFlight.size >= mostAtOnce) return;
      if (this.#mayStart(delivery, now)) this.#start(delivery);
    }
  }

  /** Resolves when no attempt is under way and none is due. */
  async idle(): Promise<void> {
    this.settle(this.#options.now());
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight.values());
  }

  /** Calls the listener with the plan of every delivery that failed for good. */
  onGivenUp(listener: (plan: DeliveryPlan) => void): void {
    this.#givenUpListeners.add(listener);
  }

  /** Gives up the deliveries of a lane that have not been made. */
  dropLane(lane: string): void {
    for (const delivery of this.#lanes.get(lane) ?? []) {
      delivery.state = 'given_up';
      this.#pending.delete(delivery);
    }
    this.#lanes.delete(lane);
  }

  /** Lists the latest deliveries, oldest first. */
  log(): LoggedDelivery[] {
    return this.#log.slice(-loggedDeliveries).map(logged);
  }

  /** Abandons everything under way and forgets all. */
  clear(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#inFlight.clear();
    this.#lanes.clear();
    this.#pending.clear();
    this.#log = [];
  }

  /** Describes what is still to be delivered, as JSON. */
  snapshot(): unknown {
    return [...this.#pending];
  }

  /** Takes up what an earlier run had not delivered. */
  restore(snapshot: unknown): void {
    for (const delivery of structuredClone(snapshot) as Delivery[]) this.#keep(delivery);
  }

  #keep(delivery: Delivery): void {
    const { lane } = delivery.plan;
    this.#pending.add(delivery);
    this.#log.push(delivery);
    if (this.#log.length > 2 * loggedDeliveries) this.#log = this.#log.slice(-loggedDeliveries);
    if (lane === undefined) return;
    const waiting = this.#lanes.get(lane);
    if (waiting === undefined) this.#lanes.set(lane, [delivery]);
    else waiting.push(delivery);
  }

  #mayStart(delivery: Delivery, now: number): boolean {
    const { lane } = delivery.plan;
    const isFirst = lane === undefined || this.#lanes.get(lane)?.[0] === delivery;
    const isFree = this.#inFlight.size < mostAtOnce && !this.#inFlight.has(delivery);
    return isFirst && isFree && delivery.dueAt <= now;
  }

  #start(delivery: Delivery): void {
    this.#inFlight.set(delivery, this.#attempt(delivery));
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { signal: stop } = this.#stop;
    const { secret, allowOutbound } = this.#options;
    const outcome = await sendOnce(delivery.plan.request, { secret, allowOutbound, stop });
    if (stop.aborted) return;
    this.#inFlight.delete(delivery);
    this.#conclude(delivery, outcome);
    this.settle(this.#options.now());
  }

  #conclude(delivery: Delivery, outcome: Outcome): void {
    const { plan, attempts, dueAt } = delivery;
    attempts.push({ at: dueAt, outcome });
    const wait = plan.waits[attempts.length - 1] ?? plan.thenEvery;
    // An address that may not be called will not become callable by waiting.
    const isHopeless = wait === undefined || outcome === 'outbound_not_allowed';
    if (isSuccess(outcome, plan)) {
      this.#finish(delivery, 'delivered');
    } else if (isHopeless) {
      this.#finish(delivery, 'given_up');
      for (const listener of this.#givenUpListeners) listener(plan);
    } else {
      delivery.dueAt = dueAt + wait;
    }
  }

  #finish(delivery: Delivery, state: DeliveryState): void {
    delivery.state = state;
    this.#pending.delete(delivery);
    const { lane } = delivery.plan;
    if (lane !== undefined) this.#lanes.get(lane)?.shift();
  }
}

function logged({ plan, dueAt, attempts, state }: Delivery): LoggedDelivery {
  const { kind, method, url } = plan.request;
  const next = state === 'pending' ? { nextAttemptAt: dueAt } : {};
  return { kind, method, url: maskedUrl(url), state, attempts: [...attempts], ...next };
}

function isSuccess(outcome: Outcome, { acceptsUnauthorized }: DeliveryPlan): boolean {
  if (typeof outcome !== 'number') return false;
  return (outcome >= 200 && outcome < 300) || (acceptsUnauthorized && outcome === 401);
}
