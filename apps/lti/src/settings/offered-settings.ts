import {
  type RoomCapabilities,
  type RoomSetting,
  type RoomSettingName,
  roomSettings,
  settingsForm,
  type SettingsSection,
} from '@bluebridge/core/rooms';
import { settingsOf } from '../rooms/room-settings.ts';
import type { StoredRoom } from '../storage/rooms.ts';

/**
 * Settings that mean nothing here. Everybody comes through a course, so there are no guests and no
 * codes; nobody is asked for consent yet; and slides are documents of the room.
 */
const notOffered: ReadonlySet<string> = new Set<RoomSettingName>([
  'guestsAllowed',
  'guestApproval',
  'allowPromoteGuestToModerator',
  'hasViewerCode',
  'hasModeratorCode',
  'recordingConsent',
  'preUploadedPresentation',
  'preUploadedPresentationName',
]);

const settings: Readonly<Record<string, RoomSetting>> = roomSettings;

/** Finds a setting that rooms of this tool have. */
export function offeredSetting(name: string): RoomSetting | undefined {
  return Object.hasOwn(settings, name) && !notOffered.has(name) ? settings[name] : undefined;
}

/** Gives the form of a room: what is offered here and the server can do. */
export function offeredForm(
  room: StoredRoom,
  capabilities: RoomCapabilities,
): readonly SettingsSection[] {
  return settingsForm({ capabilities, locks: room.locks })
    .map((section) => ({
      ...section,
      fields: section.fields.filter(({ name }) => offeredSetting(name) !== undefined),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** Gives what a setting of a room is while nobody has set it; undefined is nothing. */
export function usualValue(room: StoredRoom, name: RoomSettingName) {
  const { locks: _locks, settings: _settings, ...untouched } = room;
  const usual = settingsOf({ ...untouched, settings: {}, locks: {} });
  return usual[name] ?? offeredSetting(name)?.default;
}
