import { createHash } from 'node:crypto';
import type { SimulatedServer } from '../calls/call.ts';
import { ControlRefused } from '../input/control-refused.ts';
import type { RecordedFormat, Recording } from '../state/recording.ts';
import type { SeedRecording } from './seed.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const bytesPerMinute = 2_400_000;

/** Adds a recording that no meeting of this server has left. Errors: ControlRefused. */
export function plantRecording(
  seed: SeedRecording,
  { state, profile }: SimulatedServer,
  path: string,
  processingDelayMs: number,
): Recording {
  const { now } = state;
  const isInProcess = seed.state === 'processing';
  const endTime = seed.endTime ?? (isInProcess ? now : now - hourMs);
  const startTime = seed.startTime ?? endTime - hourMs;
  if (startTime > endTime || endTime > now) {
    const message = `${path} needs a startTime before its endTime, and both in the past.`;
    throw new ControlRefused('seed_refused', path, message);
  }
  const recordID = seed.recordID ?? recordIDOf(seed.meetingID, startTime);
  if (state.recordings.find(recordID) !== undefined) {
    throw new ControlRefused('seed_refused', path, `The recording ${recordID} is already there.`);
  }
  const lengthMinutes = Math.floor((endTime - startTime) / minuteMs);
  const types = profile.recordings.formats.map((type) => ({ type, previews: [] }));
  const formats = (seed.formats ?? types).map((format: Format): RecordedFormat => {
    const minutes = format.lengthMinutes ?? lengthMinutes;
    return {
      type: format.type,
      publishedAt: isInProcess ? now + processingDelayMs : endTime,
      processingTime: format.processingTimeMs ?? processingDelayMs,
      lengthMs: minutes * minuteMs,
      size: format.size ?? minutes * bytesPerMinute,
      previews: format.previews.map((preview) => ({ ...preview })),
    };
  });
  const recording: Recording = {
    recordID,
    meetingID: seed.meetingID,
    name: seed.name,
    isBreakout: seed.breakout !== undefined,
    ...(seed.breakout === undefined ? {} : { breakout: seed.breakout }),
    breakoutRooms: [...seed.breakoutRooms],
    state: seed.state,
    startTime,
    endTime,
    participants: seed.participants,
    metadata: new Map(Object.entries(seed.metadata)),
    rawSize: formats.reduce((sum, { size }) => sum + size, 0),
    formats,
    textTracks: seed.textTracks.map((track) => ({ ...track, readyAt: now })),
    chat: [],
    stepsDone: 0,
    isProtected: seed.isProtected,
    missingElements: [...seed.missingElements],
  };
  state.recordings.add(recording);
  return recording;
}

type Format = Pick<NonNullable<SeedRecording['formats']>[number], 'type' | 'previews'> &
  Partial<NonNullable<SeedRecording['formats']>[number]>;

function recordIDOf(meetingID: string, startTime: number): string {
  return `${createHash('sha1').update(meetingID, 'utf8').digest('hex')}-${startTime}`;
}
