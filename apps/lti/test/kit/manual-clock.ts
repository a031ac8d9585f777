import type { Clock } from '../../src/clock.ts';

/** A clock that a test moves. */
export class ManualClock implements Clock {
  #now = Date.UTC(2026, 10, 22, 9, 0, 0);

  now(): number {
    return this.#now;
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}
