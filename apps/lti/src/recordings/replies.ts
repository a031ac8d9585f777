import type { FormatUse } from '@bluebridge/core/rooms';
import type { Problem } from '../rooms/api-replies.ts';

/** What the pages are told about the recordings of a room. Times are epoch ms. */
export interface RecordingsReply {
  readonly recordings: readonly RecordingReply[];
  /** How many there are that fit, also those after the last one sent. */
  readonly total: number;
  /** Whether one is still being made, so that asking again soon is worth it. */
  readonly unfinished: boolean;
  /** When the server was last asked for all of them; null: never yet. */
  readonly readAt: number | null;
  /** What keeps the list from being up to date. */
  readonly problem: Problem | null;
  /** Whether this person may change recordings here. */
  readonly mayManage: boolean;
}

export interface RecordingReply {
  readonly recordID: string;
  readonly name: string;
  readonly startTime: number | null;
  /** Such as "45 minutes"; empty where the server does not say. */
  readonly length: string;
  readonly state: 'ready' | 'processing' | 'unpublished' | 'missing';
  /** One line; `{time}` in it stands for `since` in the visitor's own time. */
  readonly stateText: string;
  readonly since: number | null;
  /** Ways to watch it, the best first; the addresses are behind tickets. */
  readonly formats: readonly FormatReply[];
  /** An image of it on our own host; null where there is none. */
  readonly preview: PreviewReply | null;
  /** Whether only those who teach see it. */
  readonly forTeachers: boolean;
  /** What this person can do to it now. */
  readonly actions: readonly RecordingAction[];
}

export interface PreviewReply {
  readonly src: string;
  readonly alt: string;
}

export interface FormatReply {
  readonly type: string;
  readonly use: FormatUse;
  /** Such as "Watch" or "Listen". */
  readonly verb: string;
  /** Such as "Video". */
  readonly label: string;
}

export type RecordingAction =
  | 'publish'
  | 'unpublish'
  | 'protect'
  | 'unprotect'
  | 'rename'
  | 'teachers'
  | 'everyone'
  | 'captions'
  | 'delete';

/** What came of a change. */
export interface ChangeReply {
  /** `unconfirmed`: the server took it, but does not show it. */
  readonly outcome: 'done' | 'unconfirmed';
  readonly message: string;
}

export interface CaptionsReply {
  readonly tracks: readonly CaptionReply[];
  readonly limitBytes: number;
}

export interface CaptionReply {
  readonly language: string;
  readonly label: string;
  readonly kind: string;
}
