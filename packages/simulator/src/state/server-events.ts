import type { MeetingDocument } from './documents.ts';
import type { Meeting, MeetingUser } from './meeting.ts';
import type { Recording } from './recording.ts';
import type { RecordingStep } from './recording-steps.ts';

/** Something that happened on the server and that others may be told about. */
export type ServerEvent = { readonly at: number } & (
  | { readonly kind: 'meeting-created' | 'meeting-ended'; readonly meeting: Meeting }
  // Something that only the meeting page shows: the lobby, a document, who is told what.
  | { readonly kind: 'meeting-page-changed'; readonly meeting: Meeting }
  | {
      readonly kind: 'document-received';
      readonly meeting: Meeting;
      readonly document: MeetingDocument;
    }
  | {
      readonly kind: 'meeting-recording-started' | 'meeting-recording-stopped';
      readonly meeting: Meeting;
    }
  | {
      readonly kind:
        | 'user-joined'
        | 'user-left'
        | 'user-presenter-assigned'
        | 'user-presenter-unassigned'
        | 'user-raise-hand-changed';
      readonly meeting: Meeting;
      readonly user: MeetingUser;
    }
  | {
      readonly kind: 'chat-group-message-sent';
      readonly meeting: Meeting;
      /** Undefined for messages of the server itself, such as those of `sendChatMessage`. */
      readonly user: MeetingUser | undefined;
      readonly message: { readonly id: number; readonly from: string; readonly text: string };
    }
  | {
      readonly kind: 'rap-published' | 'rap-unpublished' | 'rap-deleted';
      readonly recording: Recording;
    }
  | ({ readonly kind: 'rap-step'; readonly recording: Recording } & Readonly<RecordingStep>)
);

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
