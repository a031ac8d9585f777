import { type Clock, OffsetClock } from '../clock/clock.ts';
import { Meetings } from './meetings.ts';
import { Recordings } from './recordings.ts';
import { ServerEvents } from './server-events.ts';
import { Sessions } from './sessions.ts';

/** Everything a simulated server remembers. Nothing in it happens by timer. */
export class ServerState {
  readonly events = new ServerEvents();
  readonly meetings = new Meetings();
  readonly sessions = new Sessions();
  readonly recordings: Recordings;
  readonly #clock: OffsetClock;
  readonly #observers = new Set<() => void>();

  constructor(clock: Clock, processingDelayMs: number) {
    this.#clock = new OffsetClock(clock);
    this.recordings = new Recordings(processingDelayMs);
  }

  /** Lets the past catch up with the clock and returns the present. */
  settle(): number {
    const now = this.#clock.now();
    for (const meeting of this.meetings.all()) {
      meeting.settle(now);
      this.recordings.archive(meeting);
    }
    this.meetings.forgetUnlisted(now);
    this.sessions.forgetOld(now);
    return now;
  }

  advance(ms: number): void {
    this.#clock.advance(ms);
    this.changed();
  }

  reset(): void {
    this.meetings.clear();
    this.sessions.clear();
    this.recordings.clear();
    this.#clock.reset();
    this.changed();
  }

  /** Tells everyone who watches that something may look different now. */
  changed(): void {
    for (const observer of this.#observers) observer();
  }

  observe(observer: () => void): void {
    this.#observers.add(observer);
  }
}
