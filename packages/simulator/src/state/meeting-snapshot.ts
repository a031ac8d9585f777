import type { PersonActivity } from './activity.ts';
import type { ChatMessage } from './chat.ts';
import type { MeetingDocument } from './documents.ts';
import type { Ending } from './lifetime.ts';
import type { LobbySnapshot } from './lobby.ts';
import type { MeetingSettings } from './meeting-settings.ts';
import type { PeopleSnapshot } from './people.ts';
import type { RecordedSpan } from './recording-marks.ts';

/** What is kept of a meeting across a restart; plain JSON. */
export interface MeetingSnapshot extends ContentsSnapshot {
  settings: SettingsSnapshot;
  internalMeetingID: string;
  createTime: number;
  ending?: Ending;
}

/** Who is in the meeting, what they said and showed, and what was recorded. */
export interface ContentsSnapshot {
  people: PeopleSnapshot;
  /** For each userID its userdata, as pairs. */
  customData: [string, [string, string][]][];
  chat: ChatMessage[];
  activity: PersonActivity[];
  documents: MeetingDocument[];
  lobby: LobbySnapshot;
  recordedSpans: RecordedSpan[];
}

/** The settings with their metadata as pairs. */
export type SettingsSnapshot = Omit<MeetingSettings, 'metadata'> & { metadata: [string, string][] };

export function settingsSnapshot(settings: MeetingSettings): SettingsSnapshot {
  return { ...settings, metadata: [...settings.metadata] };
}

export function settingsFromSnapshot(snapshot: SettingsSnapshot): MeetingSettings {
  return { ...snapshot, metadata: new Map(snapshot.metadata) };
}
