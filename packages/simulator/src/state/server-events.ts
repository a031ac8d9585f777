import type { Meeting } from './meeting.ts';
import type { MeetingEvent } from './meeting-event.ts';
import type { Recording } from './recording.ts';
import type { RecordingStep } from './recording-steps.ts';

/** Something that happened on the server and that others may be told about. */
export type ServerEvent =
  | ({ readonly meeting: Meeting } & MeetingEvent)
  | ({ readonly recording: Recording } & RecordingEvent);

type RecordingEvent =
  | { readonly at: number; readonly kind: 'rap-published' | 'rap-unpublished' | 'rap-deleted' }
  | ({ readonly kind: 'rap-step' } & Readonly<RecordingStep>);

export type EventListener = (event: ServerEvent) => void;

/** Hands every event to everyone who listens, in the order of what happened. */
export class ServerEvents {
  readonly #listeners = new Set<EventListener>();

  emit(event: ServerEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Listens until the returned function is called. */
  listen(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
