import { classroomSettings } from './settings/classroom.ts';
import { entranceSettings } from './settings/entrance.ts';
import { featureSettings } from './settings/features.ts';
import { limitSettings } from './settings/limits.ts';
import { presentationSettings } from './settings/presentation.ts';
import type { RoomSetting, SettingTable } from './settings/setting-kinds.ts';

export {
  type RoomSetting,
  type SettingControl,
  type SettingFeed,
  type SettingGroup,
  settingGroups,
} from './settings/setting-kinds.ts';

/**
 * Every setting a room may have, by name. A name is the wire's where the value goes in as it is.
 * Plain data: forms, checks and PHP tables are made from it.
 */
export const roomSettings = {
  ...entranceSettings,
  ...classroomSettings,
  ...limitSettings,
  ...featureSettings,
  ...presentationSettings,
} as const satisfies SettingTable;

export type RoomSettingName = keyof typeof roomSettings;

type SettingValue<S extends RoomSetting> = S['control'] extends 'switch' | 'code'
  ? boolean
  : S['control'] extends 'number' | 'date'
    ? number
    : S extends { values: readonly { value: infer V }[] }
      ? V
      : string;

/** Values of the settings; what is absent is as the table's `default` says and is not sent. */
export type RoomSettingValues = {
  readonly [K in RoomSettingName]?: SettingValue<(typeof roomSettings)[K]>;
};
