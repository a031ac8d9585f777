import type { Client } from '@bluebridge/core';
import type { Clock } from '../clock.ts';
import { TokenBuckets } from '../http/token-buckets.ts';
import type { TrustedProxies } from '../http/client-address.ts';
import type { Storage } from '../storage/database.ts';
import { createHealth, type Health } from './health.ts';
import type { Metrics } from './metrics.ts';
import { WaitingPeople } from './waiting-people.ts';

/** What whoever runs the tool watches and bounds. */
export interface Operations {
  readonly metrics: Metrics;
  readonly health: Health;
  readonly waiting: WaitingPeople;
  readonly limits: Limits;
  /** Whoever reads the metrics must know it; without one there are none to read. */
  readonly metricsToken: string | undefined;
  readonly trustedProxies: TrustedProxies;
}

/**
 * A whole school may come from one address, and a launch takes five requests without a session: this
 * lets 800 people in at once, and 40 a second from then on. A page asks every few seconds, by its
 * session.
 */
const usualLimits = {
  address: { burst: 4000, perSecond: 200 },
  session: { burst: 60, perSecond: 2 },
  guess: { burst: 300, perSecond: 5 },
} as const;

export interface Limits {
  /** What comes from one address without a session. */
  readonly address: TokenBuckets;
  /** What one session asks. */
  readonly session: TokenBuckets;
  /** Tokens from one address that opened nothing. */
  readonly guess: TokenBuckets;
}

interface Surroundings {
  readonly storage: Storage;
  readonly client: Client;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  readonly trustedProxies: TrustedProxies;
}

/** Sets up what watches and bounds one process. */
export function createOperations(around: Surroundings): Operations {
  const { storage, client, clock, metrics, metricsToken, trustedProxies } = around;
  return {
    metrics,
    metricsToken,
    trustedProxies,
    health: createHealth(storage, client, clock),
    waiting: new WaitingPeople(clock),
    limits: {
      address: new TokenBuckets(usualLimits.address, clock),
      session: new TokenBuckets(usualLimits.session, clock),
      guess: new TokenBuckets(usualLimits.guess, clock),
    },
  };
}
