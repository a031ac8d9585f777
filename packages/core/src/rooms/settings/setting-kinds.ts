/**
 * How a setting is asked for: `text` one line; `block` several lines; `number` a whole number;
 * `switch` yes or no; `choice` one of `values`; `date` a moment, epoch ms; `url` an http(s)
 * address; `colour` as #RRGGBB; `code` an access code. The code itself stays with the host: a room
 * only says that there is one, so the value is yes or no.
 */
export type SettingControl =
  | 'text'
  | 'block'
  | 'number'
  | 'switch'
  | 'choice'
  | 'date'
  | 'url'
  | 'colour'
  | 'code';

/** The parts of a settings form, in the order they are shown. */
export const settingGroups = {
  basics: 'Basics',
  entrance: 'Who comes in',
  time: 'Time and seats',
  recording: 'Recording',
  sound: 'Sound and cameras',
  limits: 'What participants may not do',
  features: 'What the room offers',
  presentation: 'Presentation and layout',
  look: 'Look',
} as const;

export type SettingGroup = keyof typeof settingGroups;

/** Which parameter of a call a setting becomes. Without `as` and `adds` the value goes in as it is. */
export interface SettingFeed {
  readonly call: 'create' | 'join';
  readonly param: string;
  /** What a switch sends when it is on, and when it is off. */
  readonly as?: { readonly on: string | boolean; readonly off: string | boolean };
  /** What a switch that is off adds to a list, such as `disabledFeatures`. */
  readonly adds?: readonly string[];
}

/** Switches of a server that settings depend on; part of a dialect's capabilities. */
export type SettingCapability = 'supportsDefaultChatTextsSwitch';

/** One setting of a room, as plain data: enough to draw its field, check it and send it. */
export interface RoomSetting {
  readonly group: SettingGroup;
  readonly control: SettingControl;
  /** English source of the words beside the field. */
  readonly label: string;
  readonly help: string;
  /** What holds where a room says nothing. Absent: nothing is set. */
  readonly default?: string | number | boolean;
  /** Fewest characters of a text (as UTF-16 counts them), or the smallest number or moment. */
  readonly min?: number;
  /** Most characters of a text, or the largest number or moment. */
  readonly max?: number;
  readonly unit?: 'minutes' | 'people';
  readonly values?: readonly { readonly value: string; readonly label: string }[];
  /** Absent: the setting decides at the door (`planJoin`) or over time (`endPlan`). */
  readonly feeds?: SettingFeed;
  /** Capability without which the setting is left out. */
  readonly needs?: SettingCapability;
  /** Call the server must have; without it the setting makes no sense and is left out. */
  readonly needsCall?: string;
  /** Switch that must be on for this setting to matter. */
  readonly onlyIf?: string;
  /** Whether an administrator may fix the value for all rooms. */
  readonly lockable: boolean;
}

export type SettingTable = Readonly<Record<string, RoomSetting>>;
