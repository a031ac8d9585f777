import type { ChatMessage } from './chat.ts';

export type RecordingState = 'processing' | 'processed' | 'published' | 'unpublished' | 'deleted';

/** An image that announces a recording. */
export interface PreviewImage {
  alt: string;
  width: number;
  height: number;
}

/** One way to watch or read a recording, such as `presentation` or `video`. */
export interface RecordedFormat {
  type: string;
  /** When it can be opened, in epoch milliseconds. */
  publishedAt: number;
  /** How long it was processed, in milliseconds. */
  processingTime: number;
  lengthMs: number;
  /** Bytes. */
  size: number;
  previews: PreviewImage[];
}

/** Captions or subtitles of a recording. */
export interface TextTrack {
  kind: string;
  lang: string;
  label: string;
  source: 'live' | 'automatic' | 'upload';
  /** The uploaded file, as text. */
  content: string;
  /** When it can be fetched, in epoch milliseconds. */
  readyAt: number;
}

/** A recording; plain JSON but for its metadata. */
export interface Recording {
  /** Equals the internal id of the meeting. */
  recordID: string;
  meetingID: string;
  name: string;
  isBreakout: boolean;
  breakout?: { parentID: string; sequence: number; freeJoin: boolean };
  /** The recordIDs of its breakout rooms. */
  breakoutRooms: string[];
  state: RecordingState;
  startTime: number;
  endTime: number;
  participants: number;
  metadata: Map<string, string>;
  /** Bytes of what was recorded. */
  rawSize: number;
  formats: RecordedFormat[];
  textTracks: TextTrack[];
  /** The public chat of the recorded stretches. */
  chat: ChatMessage[];
  /** How many steps of its processing are done. */
  stepsDone: number;
  /** Scalelite: whether only links with a token of their own open it. */
  isProtected: boolean;
  /** Elements that `getRecordings` leaves out, as servers do for old recordings. */
  missingElements: string[];
}

/** Lists the metadata of a recording with what the recording scripts add, in their spelling. */
export function metadataOf({
  metadata,
  isBreakout,
  meetingID,
  name,
}: Recording): Map<string, string> {
  return new Map([
    ...metadata,
    ['isBreakout', String(isBreakout)],
    ['meetingId', meetingID],
    ['meetingName', name],
  ]);
}

/** Tells whether a recording can be opened in a format. */
export function isOpen(format: RecordedFormat, now: number): boolean {
  return format.publishedAt <= now;
}
