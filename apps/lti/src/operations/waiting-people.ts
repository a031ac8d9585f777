import { type Clock, second } from '../clock.ts';

/** Pages ask every few seconds; who has been silent this long waits no more. */
const silence = 30 * second;

/** Knows how many people wait for their room, by the sessions whose pages ask. */
export class WaitingPeople {
  readonly #clock: Clock;
  readonly #seenAt = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes what a session was told just now. */
  note(sessionId: string, waits: boolean): void {
    // Taken out first, so that the map stays in the order of its times.
    this.#seenAt.delete(sessionId);
    if (waits) this.#seenAt.set(sessionId, this.#clock.now());
    this.#dropSilent();
  }

  /** Counts the people waiting at this process. */
  count(): number {
    this.#dropSilent();
    return this.#seenAt.size;
  }

  #dropSilent(): void {
    const before = this.#clock.now() - silence;
    for (const [sessionId, seenAt] of this.#seenAt) {
      if (seenAt > before) return;
      this.#seenAt.delete(sessionId);
    }
  }
}
