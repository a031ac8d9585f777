import type { Accepted, Read, Reader } from '../input/readers.ts';
import {
  flag,
  listOf,
  object,
  oneOf,
  optional,
  otherwise,
  text,
  textsByName,
  valuesByName,
  wholeNumber,
} from '../input/readers.ts';
import { readAttendee } from './attendee.ts';

/** A value of a parameter, as a caller may write it in JSON. */
const readValue: Reader<string, string | number | boolean> = (value, path) =>
  text()(typeof value === 'number' || typeof value === 'boolean' ? String(value) : value, path);

const readMeeting = object({
  /** Parameters of `create`, in the spelling of the API. */
  parameters: valuesByName(readValue),
  attendees: otherwise(listOf(readAttendee), []),
  /** Whether the recording is on from now on; it needs `record`. */
  isRecording: otherwise(flag, false),
});

const moment = wholeNumber({ max: 8_640_000_000_000 });
const isText = text({ min: 1, max: 1_000 });

const readFormat = object({
  type: isText,
  lengthMinutes: optional(wholeNumber()),
  processingTimeMs: optional(wholeNumber()),
  size: optional(wholeNumber()),
  previews: otherwise(
    listOf(
      object({ alt: text(), width: wholeNumber({ min: 1 }), height: wholeNumber({ min: 1 }) }),
    ),
    [],
  ),
});

const readTextTrack = object({
  kind: oneOf('captions', 'subtitles'),
  lang: isText,
  label: isText,
  source: otherwise(oneOf('live', 'automatic', 'upload'), 'upload'),
  content: otherwise(text({ max: 1_000_000 }), 'WEBVTT\n'),
});

const readRecording = object({
  meetingID: isText,
  name: isText,
  recordID: optional(isText),
  state: otherwise(
    oneOf('processing', 'processed', 'published', 'unpublished', 'deleted'),
    'published',
  ),
  /** Epoch milliseconds. Default: an hour before the end. */
  startTime: optional(moment),
  /** Epoch milliseconds. Default: an hour ago; now for one that is being processed. */
  endTime: optional(moment),
  participants: otherwise(wholeNumber(), 1),
  metadata: otherwise(textsByName, {}),
  /** Default: those of the profile, without previews. */
  formats: optional(listOf(readFormat)),
  textTracks: otherwise(listOf(readTextTrack), []),
  breakout: optional(
    object({ parentID: isText, sequence: wholeNumber(), freeJoin: otherwise(flag, false) }),
  ),
  breakoutRooms: otherwise(listOf(isText), []),
  isProtected: otherwise(flag, false),
  /** Elements that `getRecordings` leaves out. */
  missingElements: otherwise(listOf(isText), []),
});

const readHook = object({
  callbackURL: isText,
  meetingID: optional(isText),
  /** Ids of events with commas between them. */
  eventID: optional(isText),
  getRaw: otherwise(flag, false),
});

/** Reads what a server is to have besides what it has. Errors: InputError. */
export const readSeed = object({
  meetings: otherwise(listOf(readMeeting), []),
  recordings: otherwise(listOf(readRecording), []),
  hooks: otherwise(listOf(readHook), []),
});

export type Seed = Read<typeof readSeed>;
/** A seed as a caller writes it: what has a default may be left out. */
export type SeedInput = Accepted<typeof readSeed>;
export type SeedMeeting = Read<typeof readMeeting>;
export type SeedRecording = Read<typeof readRecording>;
