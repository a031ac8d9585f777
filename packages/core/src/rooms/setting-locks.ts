import { type RoomSetting, roomSettings, type RoomSettingValues } from './room-settings.ts';

/** Keeps the locks that count: of settings that exist and may be locked. */
export function effectiveLocks(locks: RoomSettingValues): RoomSettingValues {
  return Object.fromEntries(
    Object.entries(locks).filter(([name, value]) => value !== undefined && isLockable(name)),
  );
}

/**
 * Gives a room, or its settings, with what an administrator fixed for all rooms; a lock holds for
 * rooms that were saved before it, too. Locks of settings that cannot be locked do nothing.
 */
export function applyLocks<const T extends RoomSettingValues>(
  values: T,
  locks: RoomSettingValues,
): T & RoomSettingValues {
  return { ...values, ...effectiveLocks(locks) };
}

function isLockable(name: string): boolean {
  const settings: Readonly<Record<string, RoomSetting>> = roomSettings;
  return Object.hasOwn(settings, name) && settings[name]?.lockable === true;
}
