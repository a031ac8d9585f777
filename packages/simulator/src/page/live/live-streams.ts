import type { Meeting } from '../../state/meeting.ts';
import type { ServerState } from '../../state/server-state.ts';
import type { Session } from '../../state/sessions.ts';
import { LiveStream } from './live-stream.ts';
import { MeetingChannel } from './meeting-channel.ts';

/** What happens within this time is told together, however many people join at once. */
const gatherMs = 40;
const lookAgainMs = 1_000;
const keepAliveLooks = 15;

/**
 * The open meeting pages of a server. An open page is what makes a person present; a closed one
 * makes them leave after a short grace. Only meetings that changed are looked at.
 */
export class LiveStreams {
  readonly #state: ServerState;
  readonly #channels = new Map<Meeting, MeetingChannel>();
  readonly #changed = new Set<MeetingChannel>();
  #gathering: NodeJS.Timeout | undefined;
  #ticker: NodeJS.Timeout | undefined;
  #looks = 0;

  constructor(state: ServerState) {
    this.#state = state;
    state.events.listen((event) => {
      const channel = 'meeting' in event ? this.#channels.get(event.meeting) : undefined;
      if (channel !== undefined) this.#note(channel);
    });
    // Sessions may be closed, or forgotten, without anything having happened in the meeting.
    state.observe(() => {
      for (const channel of this.#channels.values()) {
        if (channel.hasStaleSession()) this.#note(channel);
      }
    });
  }

  /** Opens the stream of a session. The answer never ends before the meeting or the page does. */
  open(session: Session): Response {
    let stream: LiveStream | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        stream = new LiveStream(session, controller);
        const now = this.#state.settle();
        const channel = this.#channelOf(session.meeting);
        channel.open(stream, now);
        this.#forgetIfEmpty(session.meeting, channel);
        this.#keepLooking();
      },
      cancel: () => {
        const channel = this.#channels.get(session.meeting);
        if (stream === undefined || channel === undefined) return;
        channel.drop(stream, this.#state.settle());
        this.#forgetIfEmpty(session.meeting, channel);
      },
    });
    const headers = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' };
    return new Response(body, { headers });
  }

  /** Closes every stream, for a server that stops. */
  closeAll(): void {
    clearInterval(this.#ticker);
    clearTimeout(this.#gathering);
    for (const channel of this.#channels.values()) {
      for (const stream of channel.streams()) stream.close();
    }
    this.#channels.clear();
    this.#changed.clear();
  }

  #channelOf(meeting: Meeting): MeetingChannel {
    const known = this.#channels.get(meeting);
    if (known !== undefined) return known;
    const { sessions } = this.#state;
    const made: MeetingChannel = new MeetingChannel(meeting, sessions, () => this.#note(made));
    this.#channels.set(meeting, made);
    return made;
  }

  #forgetIfEmpty(meeting: Meeting, channel: MeetingChannel): void {
    if (!channel.isEmpty) return;
    this.#channels.delete(meeting);
    this.#changed.delete(channel);
    meeting.lobby.onChange = undefined;
  }

  #note(channel: MeetingChannel): void {
    this.#changed.add(channel);
    this.#gathering ??= setTimeout(() => this.#tellChanges(), gatherMs).unref();
  }

  #tellChanges(): void {
    this.#gathering = undefined;
    const now = this.#state.settle();
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const channel of changed) channel.refresh(now);
    for (const [meeting, channel] of this.#channels) this.#forgetIfEmpty(meeting, channel);
  }

  // Nothing is decided here: it only looks at the clock while somebody has a page open.
  #keepLooking(): void {
    this.#ticker ??= setInterval(() => {
      if (this.#channels.size === 0) {
        clearInterval(this.#ticker);
        this.#ticker = undefined;
        return;
      }
      this.#state.settle();
      this.#looks += 1;
      if (this.#looks % keepAliveLooks !== 0) return;
      for (const channel of this.#channels.values()) {
        for (const stream of channel.streams()) stream.keepAlive();
      }
    }, lookAgainMs).unref();
  }
}
