import type { Session } from '../../state/sessions.ts';
import { overView } from '../view/build-view.ts';
import type { OverReason, PageMessage } from '../view/meeting-view.ts';

const encoder = new TextEncoder();

/** Writes a message as one server-sent event. */
export function encodeEvent(message: PageMessage): Uint8Array {
  return encoder.encode(`data: ${JSON.stringify(message)}\n\n`);
}

const stillHere = encoder.encode(': still here\n\n');

/** The server-sent events of one open meeting page. */
export class LiveStream {
  readonly session: Session;
  readonly #controller: ReadableStreamDefaultController<Uint8Array>;

  constructor(session: Session, controller: ReadableStreamDefaultController<Uint8Array>) {
    this.session = session;
    this.#controller = controller;
  }

  get isModerator(): boolean {
    return this.session.user.role === 'MODERATOR';
  }

  send(event: Uint8Array): void {
    this.#controller.enqueue(event);
  }

  keepAlive(): void {
    this.send(stillHere);
  }

  /** Tells why it is over for this person and closes. */
  finish(reason: OverReason): void {
    this.send(encodeEvent(overView(this.session, reason)));
    this.close();
  }

  close(): void {
    this.#controller.close();
  }
}
