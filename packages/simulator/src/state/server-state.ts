import type { Clock } from '../clock/clock.ts';
import type { SeatRules } from '../profiles/seat-rules.ts';
import { SeatPool } from '../seats/seat-pool.ts';
import type { MeetingSnapshot } from './meeting-snapshot.ts';
import { Meetings } from './meetings.ts';
import type { RecordingPlan } from './recording-of.ts';
import { Recordings, type RecordingSnapshot } from './recordings.ts';
import { ServerEvents } from './server-events.ts';
import { Sessions, type SessionSnapshot } from './sessions.ts';
import { OneTimeLinks } from './one-time-links.ts';

/** What is kept of a server across a restart; plain JSON. */
export interface StateSnapshot {
  meetings: MeetingSnapshot[];
  sessions: SessionSnapshot[];
  recordings: RecordingSnapshot[];
}

/** Everything a simulated server remembers. Nothing in it happens by timer. */
export class ServerState {
  readonly events = new ServerEvents();
  readonly meetings = new Meetings(
    (event) => this.events.emit(event),
    (...connection) => this.seats?.hasSeatFor(...connection) ?? true,
  );
  /** The connections that meetings reserve; undefined where they do not. */
  readonly seats: SeatPool | undefined;
  readonly sessions = new Sessions();
  readonly recordings: Recordings;
  readonly oneTimeLinks = new OneTimeLinks();
  readonly #clock: Clock;
  readonly #observers = new Set<() => void>();
  readonly #followers = new Set<(now: number) => void>();

  constructor(clock: Clock, recordingPlan: RecordingPlan, seatRules?: SeatRules) {
    this.#clock = clock;
    this.seats = seatRules === undefined ? undefined : new SeatPool(this.meetings, seatRules);
    this.recordings = new Recordings(recordingPlan, (event) => this.events.emit(event));
    this.events.listen((event) => {
      if (event.kind !== 'meeting-ended') return;
      const { meeting } = event;
      this.recordings.archive(meeting, this.meetings.breakouts().get(meeting.internalMeetingID));
    });
  }

  get now(): number {
    return this.#clock.now();
  }

  /** Lets the past catch up with the clock and returns the present. */
  settle(): number {
    const now = this.#clock.now();
    this.meetings.settle(now);
    this.recordings.settle(now);
    this.meetings.forgetUnlisted(now);
    this.sessions.forgetOld(now);
    for (const follower of this.#followers) follower(now);
    return now;
  }

  reset(): void {
    this.meetings.clear();
    this.sessions.clear();
    this.recordings.clear();
    this.oneTimeLinks.clear();
    this.changed();
  }

  snapshot(): StateSnapshot {
    return {
      meetings: this.meetings.snapshot(),
      sessions: this.sessions.snapshot(),
      recordings: this.recordings.snapshot(),
    };
  }

  /** Replaces everything by what a snapshot says; nobody is told of it as of an event. */
  restore({ meetings, sessions, recordings }: StateSnapshot): void {
    this.meetings.restore(meetings, this.#clock.now());
    this.sessions.restore(sessions, this.meetings);
    this.recordings.restore(recordings);
    this.changed();
  }

  /** Tells everyone who watches that something may look different now. */
  changed(): void {
    for (const observer of this.#observers) observer();
  }

  observe(observer: () => void): void {
    this.#observers.add(observer);
  }

  /** Calls the follower with the present whenever the past has caught up with it. */
  afterSettling(follower: (now: number) => void): void {
    this.#followers.add(follower);
  }
}
