import type { Meeting } from './meeting.ts';
import type { RecordedFormat, Recording } from './recording.ts';
import type { RecordedSpan } from './recording-marks.ts';

/** How a server makes recordings. */
export interface RecordingPlan {
  /** From the end of a meeting to its first published format, in milliseconds. */
  processingDelayMs: number;
  /** How much later each further format is published. */
  formatGapMs: number;
  /** What every recording is published as. */
  formats: readonly string[];
  /** Whether deleted recordings keep their metadata and formats. */
  deletion: 'state' | 'emptied';
}

const bytesPerSecond = 40_000;
const preview = { width: 176, height: 136 };

/**
 * Makes the recording of an ended meeting; undefined when nothing was recorded or the caller of
 * `create` wanted no format that the server makes.
 */
export function recordingOf(
  meeting: Meeting,
  breakoutRooms: readonly string[],
  plan: RecordingPlan,
): Recording | undefined {
  const { internalMeetingID, settings, ending, recording, chat } = meeting;
  const { breakout, metadata } = settings;
  const types = wantedFormats(plan.formats, metadata.get('bbb-disable-recording-formats') ?? '');
  if (ending === undefined || !recording.hasAny || types.length === 0) return undefined;
  const spans = recording.spans.map(({ from, to }) => ({ from, to: to ?? ending.at }));
  const lengthMs = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  const size = Math.ceil(lengthMs / 1_000) * bytesPerSecond;
  const previews = meeting.documents.all().map(({ name }) => ({ alt: name, ...preview }));
  return {
    recordID: internalMeetingID,
    meetingID: settings.meetingID,
    name: settings.name,
    isBreakout: breakout !== undefined,
    ...(breakout === undefined ? {} : { breakout: breakoutIn(breakout) }),
    breakoutRooms: [...breakoutRooms],
    state: 'processing',
    startTime: meeting.createTime,
    endTime: ending.at,
    participants: meeting.everJoinedCount,
    metadata: new Map(metadata),
    rawSize: size * (types.length + 1),
    formats: types.map((type, index): RecordedFormat => ({
      type,
      publishedAt: ending.at + plan.processingDelayMs + index * plan.formatGapMs,
      processingTime: plan.processingDelayMs,
      lengthMs,
      size,
      previews: type === 'presentation' ? previews : [],
    })),
    textTracks: [],
    chat: chat.filter(({ at }) => spans.some((span) => isWithin(at, span))),
    stepsDone: 0,
    isProtected: false,
    missingElements: [],
  };
}

/** Source: API documentation, `meta_bbb-disable-recording-formats`. */
function wantedFormats(formats: readonly string[], disabled: string): string[] {
  const unwanted = disabled
    .replace(/[[\]]/gu, '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  return formats.filter((format) => !unwanted.includes(format));
}

function breakoutIn(settings: NonNullable<Meeting['settings']['breakout']>) {
  const { parentMeetingID, sequence, freeJoin } = settings;
  return { parentID: parentMeetingID, sequence, freeJoin };
}

function isWithin(at: number, { from, to }: Required<RecordedSpan>): boolean {
  return from <= at && at <= to;
}
