import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { serverBehind } from '../balancer/server-behind.ts';
import type { SimulatedServer } from '../calls/call.ts';
import { checkCallName } from '../calls/calls.ts';
import { apiRoutes } from '../calls/routes.ts';
import type { Clock } from '../clock/clock.ts';
import { RequestLog } from '../control/request-log.ts';
import { type FaultRule, FaultRules } from '../faults/fault-rules.ts';
import { HeldAnswers } from '../faults/held-answers.ts';
import type { ServerOptions } from '../options.ts';
import { Notifications, type NotificationsSnapshot } from '../outbound/notifications.ts';
import { actionRoutes } from '../page/actions/action-routes.ts';
import { LiveStreams } from '../page/live/live-streams.ts';
import { pageRoutes } from '../page/page-routes.ts';
import { plainPage } from '../page/plain-page.ts';
import { playbackRoutes } from '../page/playback/playback-routes.ts';
import { securityHeaders } from '../page/security-headers.ts';
import { PublicUrls } from '../public-urls.ts';
import { plant, type Planted } from '../seeds/plant.ts';
import type { Seed } from '../seeds/seed.ts';
import { ServerState, type StateSnapshot } from '../state/server-state.ts';
import { joinBaseOf, placeOf } from './place.ts';
import { profileFrom } from './profile-from.ts';

const defaultProcessingDelayMs = 20_000;

/** Where a tenant stands among the others of a simulator. */
export interface TenantPlace {
  /** '' for the tenant without a path of its own. */
  name: string;
  /** Scheme, host and port of the simulator. */
  origin: string;
  clock: Clock;
}

/** What is kept of a server across a restart. */
interface TenantSnapshot {
  state: StateSnapshot;
  notifications: NotificationsSnapshot;
}

/** One simulated server: its API, its pages, and everything it remembers. */
export class Tenant {
  readonly name: string;
  readonly server: SimulatedServer;
  readonly log = new RequestLog();
  readonly faults = new FaultRules();
  readonly notifications: Notifications;
  readonly #held: HeldAnswers;
  readonly #processingDelayMs: number;
  readonly #streams: LiveStreams;
  readonly #listener: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

  constructor(options: ServerOptions, { name, origin, clock }: TenantPlace) {
    const { secret, moreSecrets = [], processingDelayMs = defaultProcessingDelayMs } = options;
    const profile = profileFrom(options);
    const joinBase = joinBaseOf(placeOf(origin, name), options.joinHost);
    const plan = { ...profile.recordings, processingDelayMs };
    const state = new ServerState(clock, plan, profile.seats);
    const urls = new PublicUrls(placeOf(origin, name), profile.basePath, joinBase);
    this.name = name;
    this.#processingDelayMs = processingDelayMs;
    this.#held = new HeldAnswers(clock);
    const allowOutbound = options.allowOutbound ?? false;
    this.notifications = new Notifications({ state, secret, profile, urls, allowOutbound });
    const { hooks } = this.notifications;
    this.server = { state, urls, secret, secrets: [secret, ...moreSecrets], profile, hooks };
    this.#streams = new LiveStreams(state);
    const { fetch } = this.#routes();
    this.#listener = getRequestListener(fetch);
  }

  /** Answers a request whose path is the tenant's own, without the segment of its name. */
  handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
    void this.#listener(incoming, outgoing);
  }

  /** Lets the past catch up with the clock. */
  tick(): void {
    this.#held.settle();
    this.server.state.settle();
  }

  /** Lets the past catch up with the clock after a leap, and shows it on every open page. */
  settle(): void {
    this.tick();
    this.server.state.changed();
  }

  /** Resolves when no call to others is due or under way. */
  async idle(): Promise<void> {
    this.settle();
    await this.notifications.deliveries.idle();
  }

  /** Has answers spoilt and returns the number of the rule. Errors: InputError for an unknown call. */
  addFault(rule: FaultRule): number {
    if (rule.call !== undefined) checkCallName(rule.call, this.server.profile);
    return this.faults.add(rule);
  }

  /** Takes faults back, by number or all of them; answers that were held go out now. */
  clearFaults(id?: number): number {
    this.#held.releaseAll();
    return this.faults.clear(id);
  }

  /** Gives the server what a seed holds. Errors: ControlRefused. */
  plant(seed: Seed): Promise<Planted> {
    return plant(seed, this.server, this.#processingDelayMs);
  }

  /** Forgets every meeting, session, recording, fault and logged request. */
  reset(): void {
    this.log.clear();
    this.clearFaults();
    this.notifications.reset();
    this.server.state.reset();
  }

  /** Describes everything that is remembered, but for requests and faults, as plain JSON. */
  snapshot(): TenantSnapshot {
    return { state: this.server.state.snapshot(), notifications: this.notifications.snapshot() };
  }

  /** Takes up what an earlier run remembered. Throws when it is no snapshot. */
  restore(snapshot: unknown): void {
    const { state, notifications } = snapshot as TenantSnapshot;
    this.server.state.restore(state);
    this.notifications.restore(notifications);
  }

  /** Lets go of everyone who is connected. */
  disconnect(): void {
    this.#held.releaseAll();
    this.#streams.closeAll();
  }

  /** Gives up what is still to be told to others. */
  abandon(): void {
    this.notifications.deliveries.clear();
  }

  #routes(): Hono {
    const app = new Hono();
    app.use(securityHeaders);
    const desk = { log: this.log, faults: this.faults, held: this.#held };
    app.route('/', apiRoutes(this.server, desk));
    if (this.server.profile.balancer !== undefined) {
      const unseen = { log: new RequestLog(), faults: new FaultRules(), held: this.#held };
      app.route('/', apiRoutes(serverBehind(this.server), unseen));
    }
    app.route('/', actionRoutes(this.server, this.#streams));
    app.route('/', pageRoutes(this.server));
    app.route('/', playbackRoutes(this.server));
    app.notFound((c) =>
      c.html(plainPage('Page not found', 'There is nothing at this address.'), 404),
    );
    app.onError((_error, c) => c.html(plainPage('Something went wrong', 'Please try again.'), 500));
    return app;
  }
}
