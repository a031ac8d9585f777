import type { Clock } from '../clock/clock.ts';

interface Held {
  at: number;
  release(): void;
}

/** Answers that wait for their moment on the simulator's clock. */
export class HeldAnswers {
  readonly #clock: Clock;
  readonly #held = new Set<Held>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves when the clock has moved so far, when everything is released, or on abort. */
  wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const release = () => {
        this.#held.delete(held);
        resolve();
      };
      const held: Held = { at: this.#clock.now() + ms, release };
      this.#held.add(held);
      // A clock that moves by itself needs somebody to look at it in time.
      setTimeout(() => this.#releaseIfDue(held), ms).unref();
      signal.addEventListener('abort', release, { once: true });
    });
  }

  /** Lets everything go whose moment has come. */
  settle(): void {
    for (const held of this.#held) this.#releaseIfDue(held);
  }

  /** Lets everything go at once. */
  releaseAll(): void {
    for (const held of this.#held) held.release();
  }

  #releaseIfDue(held: Held): void {
    if (this.#held.has(held) && this.#clock.now() >= held.at) held.release();
  }
}
