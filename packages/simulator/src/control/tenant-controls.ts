import { type FaultRuleInput, readFaultRule, type StandingRule } from '../faults/fault-rules.ts';
import type { LoggedDelivery } from '../outbound/delivery.ts';
import type { Planted } from '../seeds/plant.ts';
import { readSeed, type SeedInput } from '../seeds/seed.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { type ActInput, perform, readAct } from './act.ts';
import { describeState } from './describe-state.ts';
import type { LoggedRequest } from './request-log.ts';

/** What a program may do to one simulated server besides calling its API. */
export interface SimulatedTenant {
  /** The base URL to configure clients with, such as `<url>/bigbluebutton/`. */
  endpoint: string;
  secret: string;
  /** The latest requests to the API, oldest first, secrets masked. */
  requests(): readonly LoggedRequest[];
  /** The latest calls to others, oldest first, tokens masked. */
  deliveries(): readonly LoggedDelivery[];
  /** Describes meetings and recordings, without passwords and tokens. */
  state(): ReturnType<typeof describeState>;
  /**
   * Gives the server meetings with people in them, recordings and hooks, besides what it has.
   * Errors: InputError; ControlRefused for the first that does not fit.
   */
  seed(seed: SeedInput): Promise<Planted>;
  /** Lets a person do something without a browser. Errors: InputError, ControlRefused. */
  act(act: ActInput): void;
  /**
   * Spoils the next answer to a matching call, or several, or all until cleared. Returns the number
   * of the rule. Errors: InputError, naming the path of what is wrong.
   */
  nextAnswer(rule: FaultRuleInput): number;
  /** Lists the faults that are still to come. */
  faults(): readonly StandingRule[];
  /** Takes faults back, by number or all of them, and lets held answers go. Returns how many. */
  clearFaults(id?: number): number;
  /** Forgets every meeting, session, recording, fault and logged request. */
  reset(): void;
}

/** Makes the controls of a tenant for programs in the same process. */
export function controlsOf(tenant: Tenant): SimulatedTenant {
  const { server, log, faults, notifications } = tenant;
  return {
    endpoint: server.urls.endpoint,
    secret: server.secret,
    requests: () => log.all(),
    deliveries: () => notifications.deliveries.log(),
    state: () => describeState(server.state),
    seed: async (seed) => tenant.plant(readSeed(seed, '')),
    act: (act) => perform(readAct(act, ''), server.state),
    nextAnswer: (rule) => tenant.addFault(readFaultRule(rule, '')),
    faults: () => faults.list(),
    clearFaults: (id) => tenant.clearFaults(id),
    reset: () => tenant.reset(),
  };
}
