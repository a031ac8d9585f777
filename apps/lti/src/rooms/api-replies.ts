/** What the pages of a room are told. Texts are in the session's language, times epoch ms. */
export interface RoomReply {
  readonly title: string;
  readonly course: string;
  /** What the link was made for. */
  readonly opens: 'room' | 'recording' | 'gallery';
  /** Whether this person may change the room. */
  readonly canManage: boolean;
  readonly meeting: MeetingReply;
}

export type MeetingReply = KnownMeeting | { readonly kind: 'unknown'; readonly problem: Problem };

export interface KnownMeeting {
  readonly kind: 'known';
  readonly open: boolean;
  /** One line such as "Open · 3 people". */
  readonly state: string;
  readonly entry: EntryReply;
  readonly canEnd: boolean;
  /** Whether a message to everybody, and a document, can be sent into the meeting. */
  readonly canMessage: boolean;
  readonly canAddDocument: boolean;
  /** Who is in; only moderators are told. */
  readonly people: readonly PersonReply[];
}

/** What this person can do now. `text` is for a page of its own, `framedText` for one in a frame. */
export type EntryReply =
  | { readonly kind: 'start'; readonly label: string }
  | { readonly kind: 'join'; readonly label: string }
  | {
      readonly kind: 'wait';
      readonly label: string;
      readonly text: string;
      readonly framedText: string;
      /** Whether a tab of its own may wait; moderators just try again. */
      readonly canWait: boolean;
    }
  | {
      readonly kind: 'refuse';
      /** May hold `{time}`, for which the page writes `at` in the hours of its place. */
      readonly text: string;
      readonly at?: number;
    };

export interface PersonReply {
  readonly name: string;
  readonly role: string;
  /** What they do, such as "Microphone on"; as far as the server says it. */
  readonly doing: readonly string[];
  /** When they were first seen in, epoch ms; absent where nobody knows. */
  readonly since?: number;
}

/** Documents of the room that can be shown in its meeting. */
export interface RoomDocumentsReply {
  readonly documents: readonly { readonly id: string; readonly name: string }[];
}

export interface SessionReply {
  readonly token: string;
}

export interface TicketReply {
  readonly ticket: string;
}

export interface Problem {
  readonly code: string;
  readonly message: string;
}
