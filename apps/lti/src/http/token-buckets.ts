import type { Clock } from '../clock.ts';

export interface Rate {
  /** How many may come at once. */
  readonly burst: number;
  /** How many may come for good. */
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** More than one process meets at a time; a full bucket need not be kept. */
const mostBuckets = 50_000;

/** Bounds how often each of many keys may do something, in this process. */
export class TokenBuckets {
  readonly #rate: Rate;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate, clock: Clock) {
    this.#rate = rate;
    this.#clock = clock;
  }

  /** Takes one. Answers 0, or after how many seconds it may be tried again. */
  take(key: string): number {
    const bucket = this.#filled(key);
    if (bucket.tokens < 1) return this.#secondsUntilOne(bucket);
    bucket.tokens -= 1;
    return 0;
  }

  /** Tells what {@link take} would, without taking. */
  wait(key: string): number {
    const bucket = this.#filled(key);
    return bucket.tokens < 1 ? this.#secondsUntilOne(bucket) : 0;
  }

  #secondsUntilOne({ tokens }: Bucket): number {
    return Math.max(1, Math.ceil((1 - tokens) / this.#rate.perSecond));
  }

  #filled(key: string): Bucket {
    const { burst, perSecond } = this.#rate;
    const now = this.#clock.now();
    const known = this.#buckets.get(key);
    // The map stays in the order of use, so that the one longest unused is the first.
    this.#buckets.delete(key);
    // A clock that was set back takes nothing away.
    const passed = known ? Math.max(0, now - known.at) / 1000 : 0;
    const tokens = known ? Math.min(burst, known.tokens + passed * perSecond) : burst;
    const bucket = { tokens, at: now };
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > mostBuckets) {
      const [oldest] = this.#buckets.keys();
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    return bucket;
  }
}
