import type { RoomSettingValues } from '@bluebridge/core/rooms';
import { expect } from 'vitest';
import type { Storage } from '../../src/storage/database.ts';

/** Sets up a room as its teachers do, leaving its preset and its hours. */
export async function saveSettings(
  { rooms }: Pick<Storage, 'rooms'>,
  roomId: string,
  settings: RoomSettingValues,
): Promise<void> {
  const room = await rooms.get(roomId);
  const { settingsVersion = -1, presetId, openingHours } = room ?? {};
  const revision = { settings, presetId, openingHours };
  expect(await rooms.revise(roomId, settingsVersion, revision)).toBe(true);
}
