import type { Clock } from '../clock.ts';

/**
 * Lets any number of people share one reading of the same thing: one question at a time for each
 * key, and its answer, or its failure, for a while after.
 */
export class SharedReads<T> {
  readonly #read: (key: string) => Promise<T>;
  readonly #clock: Clock;
  readonly #lifetimeMs: number;
  readonly #readings = new Map<string, { readonly value: Promise<T>; goodUntil: number }>();

  constructor(read: (key: string) => Promise<T>, clock: Clock, lifetimeMs: number) {
    this.#read = read;
    this.#clock = clock;
    this.#lifetimeMs = lifetimeMs;
  }

  /** Answers the shared reading of a key, asking when there is none. */
  get(key: string): Promise<T> {
    const shared = this.#readings.get(key);
    if (shared && this.#clock.now() < shared.goodUntil) return shared.value;
    this.#dropOld();
    const reading = { value: this.#read(key), goodUntil: Number.POSITIVE_INFINITY };
    this.#readings.set(key, reading);
    const settled = (): void => {
      reading.goodUntil = this.#clock.now() + this.#lifetimeMs;
    };
    reading.value.then(settled, settled);
    return reading.value;
  }

  /** Forgets a key, so that the next one who asks gets a reading made after now. */
  forget(key: string): void {
    this.#readings.delete(key);
  }

  #dropOld(): void {
    const now = this.#clock.now();
    for (const [key, { goodUntil }] of this.#readings) {
      if (goodUntil <= now) this.#readings.delete(key);
    }
  }
}
