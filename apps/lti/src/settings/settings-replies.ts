import type { SettingControl } from '@bluebridge/core/rooms';
import type { DocumentsReply } from '../documents/document-replies.ts';
import type { Problem } from '../rooms/api-replies.ts';

/** What the settings page of a room is told. Texts are in the session's language, times epoch ms. */
export interface SettingsReply {
  readonly title: string;
  readonly course: string;
  /** Sent back with a change, so that nobody overwrites what they have not seen. */
  readonly version: number;
  /** Whether a meeting goes on, which changes do not reach any more. */
  readonly meetingOpen: boolean;
  readonly sections: readonly SectionReply[];
  readonly warnings: readonly RemarkReply[];
  /** The weekly hours; null: always open. */
  readonly hours: HoursReply | null;
  readonly presets: readonly PresetReply[];
  readonly documents: DocumentsReply;
}

export interface SectionReply {
  readonly group: string;
  readonly label: string;
  readonly fields: readonly FieldReply[];
}

export interface FieldReply {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly control: SettingControl;
  /** Null: nothing is set. */
  readonly value: string | number | boolean | null;
  readonly isLocked: boolean;
  /** Switch that must be on for this field to matter. */
  readonly onlyIf: string | null;
  /** Such as "minutes"; empty where nothing is counted. */
  readonly unit: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Words about one setting, or about a line of the hours (`hours.0`). */
export interface RemarkReply {
  readonly path: string;
  readonly text: string;
}

export interface HoursReply {
  readonly timeZone: string;
  readonly spans: readonly SpanReply[];
}

export interface SpanReply {
  /** 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** `HH:MM`; a span that ends with the day ends at `00:00`. */
  readonly from: string;
  readonly to: string;
}

export interface PresetReply {
  readonly id: string;
  readonly name: string;
  /** Whether the room's settings came from it. */
  readonly isUsed: boolean;
}

/** What is answered when something in a form cannot be saved. */
export interface RefusedSettingsReply {
  readonly error: Problem;
  readonly violations: readonly RemarkReply[];
}
