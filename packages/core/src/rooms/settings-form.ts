import type { SettingsContext } from './check-room-settings.ts';
import { lackedBy, type RoomCapabilities } from './room-capabilities.ts';
import {
  type RoomSetting,
  type RoomSettingName,
  roomSettings,
  type RoomSettingValues,
  type SettingGroup,
  settingGroups,
} from './room-settings.ts';
import { effectiveLocks } from './setting-locks.ts';

/** One field of a settings form. */
export interface SettingField {
  readonly name: RoomSettingName;
  /** What is drawn, and what a browser can check. */
  readonly setting: RoomSetting;
  /** The value an administrator fixed; the field shows it and cannot be changed. */
  readonly lockedTo?: string | number | boolean;
}

export interface SettingsSection {
  readonly group: SettingGroup;
  readonly label: string;
  readonly fields: readonly SettingField[];
}

/**
 * Gives what the form of a room's settings shows: the settings the server can honour, in groups.
 * A setting is left out with the switch it depends on, also where that is locked to off.
 */
export function settingsForm({
  capabilities,
  locks = {},
}: SettingsContext): readonly SettingsSection[] {
  const held = effectiveLocks(locks);
  const shown = Object.entries<RoomSetting>(roomSettings).filter(([, setting]) =>
    isShown(setting, held, capabilities),
  ) as [RoomSettingName, RoomSetting][];
  return Object.entries(settingGroups).flatMap(([group, label]) => {
    const fields = shown
      .filter(([, setting]) => setting.group === group)
      .map(([name, setting]) => {
        const lockedTo = held[name];
        return { name, setting, ...(lockedTo !== undefined && { lockedTo }) };
      });
    return fields.length === 0 ? [] : { group: group as SettingGroup, label, fields };
  });
}

function isShown(
  setting: RoomSetting,
  held: RoomSettingValues,
  capabilities: RoomCapabilities,
): boolean {
  if (lackedBy(capabilities, setting) !== undefined) return false;
  const switchName = setting.onlyIf as RoomSettingName | undefined;
  return (
    switchName === undefined ||
    (held[switchName] !== false && isShown(roomSettings[switchName], held, capabilities))
  );
}
