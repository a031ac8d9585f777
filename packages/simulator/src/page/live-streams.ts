import type { ServerState } from '../state/server-state.ts';
import type { Session } from '../state/sessions.ts';
import { liveView, overView } from './build-view.ts';
import type { MeetingView } from './meeting-view.ts';

interface LiveStream {
  session: Session;
  controller: ReadableStreamDefaultController<Uint8Array>;
  /** The view sent last, without the time, to tell whether anything changed. */
  sent: string;
}

const lookAgainMs = 1_000;
const keepAliveLooks = 15;

/**
 * The server-sent events of every open meeting page. An open stream is what makes a person present;
 * a closed one makes them leave after a short grace.
 */
export class LiveStreams {
  readonly #state: ServerState;
  readonly #streams = new Set<LiveStream>();
  readonly #encoder = new TextEncoder();
  #ticker: NodeJS.Timeout | undefined;
  #looks = 0;

  constructor(state: ServerState) {
    this.#state = state;
    state.observe(() => this.refresh());
  }

  /** Opens the stream of a session. The answer never ends before the meeting or the page does. */
  open(session: Session): Response {
    let stream: LiveStream | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const now = this.#state.settle();
        stream = { session, controller, sent: '' };
        const refusal = this.#enter(session, now);
        if (refusal === undefined) {
          this.#streams.add(stream);
          this.#keepLooking();
          this.#state.changed();
        } else {
          this.#finish(stream, refusal);
        }
      },
      cancel: () => {
        if (stream !== undefined) this.#drop(stream);
      },
    });
    const headers = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' };
    return new Response(body, { headers });
  }

  /** Sends every page what has changed for it. */
  refresh(): void {
    if (this.#streams.size === 0) return;
    const now = this.#state.settle();
    for (const stream of this.#streams) {
      const { session } = stream;
      const isOpen = this.#state.sessions.find(session.sessionToken) !== undefined;
      const isIn = session.meeting.user(session.user.internalUserID) !== undefined;
      if (session.meeting.ending !== undefined || !isOpen || !isIn) {
        this.#streams.delete(stream);
        this.#finish(stream, overView(session, 'ended'));
      } else {
        this.#sendIfChanged(stream, liveView(session, now));
      }
    }
  }

  /** Closes every stream, for a server that stops. */
  closeAll(): void {
    clearInterval(this.#ticker);
    this.#ticker = undefined;
    for (const { controller } of this.#streams) controller.close();
    this.#streams.clear();
  }

  #enter(session: Session, now: number): MeetingView | undefined {
    const { meeting, user, guestStatus } = session;
    if (meeting.ending !== undefined) return overView(session, 'ended');
    if (guestStatus === 'WAIT') return overView(session, 'waiting');
    return meeting.connect(user, now) ? undefined : overView(session, 'full');
  }

  #sendIfChanged(stream: LiveStream, view: MeetingView): void {
    const content = JSON.stringify({ ...view, now: 0 });
    if (content === stream.sent) return;
    stream.sent = content;
    this.#write(stream, `data: ${JSON.stringify(view)}\n\n`);
  }

  #finish(stream: LiveStream, view: MeetingView): void {
    this.#write(stream, `data: ${JSON.stringify(view)}\n\n`);
    stream.controller.close();
  }

  #write({ controller }: LiveStream, text: string): void {
    controller.enqueue(this.#encoder.encode(text));
  }

  #drop(stream: LiveStream): void {
    if (!this.#streams.delete(stream)) return;
    const { meeting, user } = stream.session;
    meeting.disconnect(user.internalUserID, this.#state.settle());
    this.#state.changed();
  }

  // Nothing is decided here: it only looks at the clock while somebody has a page open.
  #keepLooking(): void {
    this.#ticker ??= setInterval(() => {
      if (this.#streams.size === 0) {
        clearInterval(this.#ticker);
        this.#ticker = undefined;
        return;
      }
      this.refresh();
      this.#looks += 1;
      if (this.#looks % keepAliveLooks !== 0) return;
      for (const stream of this.#streams) this.#write(stream, ': still here\n\n');
    }, lookAgainMs).unref();
  }
}
