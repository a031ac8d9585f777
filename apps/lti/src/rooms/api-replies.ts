/** What the pages of a room are told. Texts are in the session's language, times epoch ms. */
export interface RoomReply {
  readonly title: string;
  readonly course: string;
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
  | { readonly kind: 'refuse'; readonly text: string };

export interface PersonReply {
  readonly name: string;
  readonly role: string;
}

export interface RecordingsReply {
  readonly recordings: readonly RecordingReply[];
  /** Whether one is still being made, so that asking again soon is worth it. */
  readonly unfinished: boolean;
}

export interface RecordingReply {
  readonly name: string;
  readonly startTime: number | null;
  /** Such as "45 minutes"; empty where the server does not say. */
  readonly length: string;
  readonly state: 'ready' | 'processing' | 'unpublished';
  readonly stateText: string;
  readonly watchUrl: string | null;
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
