import type { Meeting } from '../../state/meeting.ts';
import type { Session, Sessions } from '../../state/sessions.ts';
import { liveView, waitingView } from '../view/build-view.ts';
import type { LiveChange, OverReason } from '../view/meeting-view.ts';
import {
  changeBetween,
  forViewers,
  seenBy,
  type SharedView,
  sharedView,
} from '../view/shared-view.ts';
import { encodeEvent, type LiveStream } from './live-stream.ts';

/** The open pages of one meeting. What they share is built once, and only changes are sent. */
export class MeetingChannel {
  readonly #meeting: Meeting;
  readonly #sessions: Sessions;
  readonly #inside = new Set<LiveStream>();
  /** Pages of people who wait, with the view they were sent last. */
  readonly #waiting = new Map<LiveStream, string>();
  #shown: SharedView | undefined;

  constructor(meeting: Meeting, sessions: Sessions, onChange: () => void) {
    this.#meeting = meeting;
    this.#sessions = sessions;
    meeting.lobby.onChange = onChange;
  }

  get isEmpty(): boolean {
    return this.#inside.size === 0 && this.#waiting.size === 0;
  }

  streams(): LiveStream[] {
    return [...this.#inside, ...this.#waiting.keys()];
  }

  /** Lets a page in, shows it the line, or turns it away. */
  open(stream: LiveStream, now: number): void {
    const { ending } = this.#meeting;
    const { session } = stream;
    if (ending !== undefined) return stream.finish(ending.reason);
    const status = this.#meeting.lobby.statusOf(session.user.internalUserID);
    if (status === 'DENY') return stream.finish('denied');
    if (status === 'ALLOW') return this.#letIn(stream, now);
    this.#meeting.lobby.returned(session.user.internalUserID, now);
    this.#waiting.set(stream, '');
    return this.#tellPlace(stream);
  }

  /** Forgets a page that was closed. */
  drop(stream: LiveStream, now: number): void {
    const { internalUserID } = stream.session.user;
    if (this.#inside.delete(stream)) this.#meeting.disconnect(internalUserID, now);
    if (this.#waiting.delete(stream)) this.#meeting.lobby.wentAway(internalUserID, now);
  }

  /** Tells whether a page is open whose session is no longer valid. */
  hasStaleSession(): boolean {
    return this.streams().some(({ session }) => !this.#isValid(session));
  }

  /** Sends every page what has changed for it. */
  refresh(now: number): void {
    const { ending } = this.#meeting;
    for (const stream of this.streams()) {
      const { session } = stream;
      const reason = ending?.reason ?? this.#departureOf(session, this.#inside.has(stream));
      if (reason !== undefined) this.#finish(stream, reason, now);
    }
    for (const stream of this.#waiting.keys()) this.#decide(stream, now);
    this.#tellChanges(now);
  }

  #decide(stream: LiveStream, now: number): void {
    const status = this.#meeting.lobby.statusOf(stream.session.user.internalUserID);
    if (status === 'WAIT') return this.#tellPlace(stream);
    if (status === 'DENY') return this.#finish(stream, 'denied', now);
    this.#waiting.delete(stream);
    return this.#letIn(stream, now);
  }

  #letIn(stream: LiveStream, now: number): void {
    const { session } = stream;
    if (!this.#meeting.connect(session.user, now)) return stream.finish('full');
    // The others hear of it first; then this page starts from what all of them have.
    const shared = this.#tellChanges(now);
    this.#inside.add(stream);
    return stream.send(encodeEvent(liveView(session, shared, now)));
  }

  #tellChanges(now: number): SharedView {
    const view = sharedView(this.#meeting, now);
    const before = this.#shown;
    this.#shown = view;
    if (before === undefined) return view;
    const change = changeBetween(before, view);
    if (change === undefined || this.#inside.size === 0) return view;
    const [forModerators, forOthers] = [encoded(change), encoded(forViewers(change))];
    const { viewersSeeModeratorsOnly } = this.#meeting.settings;
    const isPersonal = (one: LiveStream) => viewersSeeModeratorsOnly && !one.isModerator;
    for (const stream of this.#inside) {
      const forPage = stream.isModerator ? forModerators : forOthers;
      const event = isPersonal(stream) ? encoded(this.#changeFor(stream, before, view)) : forPage;
      if (event !== undefined) stream.send(event);
    }
    return view;
  }

  /** What is different for a viewer who does not see everybody. */
  #changeFor(
    { session: { user } }: LiveStream,
    before: SharedView,
    after: SharedView,
  ): LiveChange | undefined {
    const seen = (view: SharedView) => seenBy(user, this.#meeting, view);
    const change = changeBetween(seen(before), seen(after));
    return change === undefined ? undefined : forViewers(change);
  }

  #tellPlace(stream: LiveStream): void {
    const { session } = stream;
    const position = this.#meeting.lobby.positionOf(session.user.internalUserID);
    if (position === undefined) return;
    const view = waitingView(session, position);
    const content = JSON.stringify(view);
    if (content === this.#waiting.get(stream)) return;
    this.#waiting.set(stream, content);
    stream.send(encodeEvent(view));
  }

  #departureOf(session: Session, isInside: boolean): OverReason | undefined {
    if (session.closedBecause !== undefined) return session.closedBecause;
    if (!this.#isValid(session)) return 'ended';
    const isAbsent = this.#meeting.user(session.user.internalUserID) === undefined;
    return isInside && isAbsent ? 'left' : undefined;
  }

  #isValid(session: Session): boolean {
    return this.#sessions.find(session.sessionToken) === session;
  }

  #finish(stream: LiveStream, reason: OverReason, now: number): void {
    this.drop(stream, now);
    stream.finish(reason);
  }
}

function encoded(change: LiveChange | undefined): Uint8Array | undefined {
  return change === undefined ? undefined : encodeEvent(change);
}
