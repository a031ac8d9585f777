import type { ChatMessage, Meeting } from './meeting.ts';
import type { RecordedSpan } from './recording-marks.ts';

export type RecordingState = 'processing' | 'processed' | 'published' | 'unpublished' | 'deleted';

export interface Recording {
  /** Equals the internal id of the meeting. */
  recordID: string;
  meetingID: string;
  name: string;
  isBreakout: boolean;
  startTime: number;
  endTime: number;
  participants: number;
  metadata: ReadonlyMap<string, string>;
  /** How long processing takes, in milliseconds. */
  processingTime: number;
  /** What was recorded, in milliseconds. */
  recordedMs: number;
  /** The public chat of the recorded stretches. */
  chat: readonly ChatMessage[];
}

/** Which recordings `getRecordings` asks for. */
export interface RecordingFilter {
  /** Prefixes of recordID; they win over the meetingIDs. */
  recordIDs: readonly string[];
  meetingIDs: readonly string[];
  /** `any`, or states. */
  states: readonly string[];
  metadata: ReadonlyMap<string, string>;
}

/** The recordings of a server. Each is processed for a while, then published. */
export class Recordings {
  readonly #recordings: Recording[] = [];
  readonly #processingDelayMs: number;

  constructor(processingDelayMs: number) {
    this.#processingDelayMs = processingDelayMs;
  }

  /** Keeps what was recorded of an ended meeting; nothing when nothing was. */
  archive(meeting: Meeting): void {
    const { internalMeetingID, settings, ending, recording } = meeting;
    if (ending === undefined || !recording.hasAny) return;
    if (this.#recordings.some(({ recordID }) => recordID === internalMeetingID)) return;
    const spans = recording.spans.map(({ from, to }) => ({ from, to: to ?? ending.at }));
    this.#recordings.push({
      recordID: internalMeetingID,
      meetingID: settings.meetingID,
      name: settings.name,
      isBreakout: settings.breakout !== undefined,
      startTime: meeting.createTime,
      endTime: ending.at,
      participants: meeting.everJoinedCount,
      metadata: settings.metadata,
      processingTime: this.#processingDelayMs,
      recordedMs: spans.reduce((sum, { from, to }) => sum + to - from, 0),
      chat: meeting.chat.filter(({ at }) => spans.some((span) => isWithin(at, span))),
    });
  }

  find(recordID: string): Recording | undefined {
    return this.#recordings.find((recording) => recording.recordID === recordID);
  }

  select(filter: RecordingFilter, now: number): Recording[] {
    return this.#recordings.filter(
      (recording) =>
        isWanted(recording, filter) &&
        (filter.states.includes('any') || filter.states.includes(stateOf(recording, now))) &&
        [...filter.metadata].every(([name, value]) => recording.metadata.get(name) === value),
    );
  }

  clear(): void {
    this.#recordings.length = 0;
  }
}

export function stateOf(recording: Recording, now: number): RecordingState {
  return now < recording.endTime + recording.processingTime ? 'processing' : 'published';
}

function isWanted(recording: Recording, { recordIDs, meetingIDs }: RecordingFilter): boolean {
  if (recordIDs.length > 0) return recordIDs.some((id) => recording.recordID.startsWith(id));
  return meetingIDs.length === 0 || meetingIDs.includes(recording.meetingID);
}

function isWithin(at: number, { from, to }: Required<RecordedSpan>): boolean {
  return from <= at && at <= to;
}
