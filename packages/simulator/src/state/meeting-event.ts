import type { MeetingDocument } from './documents.ts';
import type { MeetingUser } from './user.ts';

/** Something that happened in a meeting. Moments are epoch milliseconds. */
export type MeetingEvent = { readonly at: number } & (
  | { readonly kind: 'meeting-created' | 'meeting-ended' }
  // Something that only the meeting page shows: the lobby, a document, who is told what.
  | { readonly kind: 'meeting-page-changed' }
  | { readonly kind: 'document-received'; readonly document: MeetingDocument }
  | { readonly kind: 'meeting-recording-started' | 'meeting-recording-stopped' }
  | {
      readonly kind:
        | 'user-joined'
        | 'user-left'
        | 'user-presenter-assigned'
        | 'user-presenter-unassigned'
        | 'user-raise-hand-changed';
      readonly user: MeetingUser;
    }
  | {
      readonly kind: 'chat-group-message-sent';
      /** Undefined for messages of the server itself, such as those of `sendChatMessage`. */
      readonly user: MeetingUser | undefined;
      readonly message: { readonly id: number; readonly from: string; readonly text: string };
    }
);
