import {
  checkRoomSettings,
  type RoomCapabilities,
  type RoomSettingValues,
  type SettingField,
} from '@bluebridge/core/rooms';
import type { Translate } from '@bluebridge/translations';
import type { DocumentsReply } from '../documents/document-replies.ts';
import { settingsOf } from '../rooms/room-settings.ts';
import type { Preset } from '../storage/presets.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import { warningWords } from '../views/setting-words.ts';
import { hoursReply } from './hours-form.ts';
import { offeredForm } from './offered-settings.ts';
import type { FieldReply, SettingsReply } from './settings-replies.ts';

/** What stands around the settings of a room. */
export interface SettingsSurroundings {
  readonly capabilities: RoomCapabilities;
  readonly presets: readonly Preset[];
  readonly documents: DocumentsReply;
  readonly meetingOpen: boolean;
}

/** Tells who manages a room about its settings, in their language. */
export function settingsReply(
  room: StoredRoom,
  { capabilities, presets, documents, meetingOpen }: SettingsSurroundings,
  t: Translate,
): SettingsReply {
  const { meetingID: _meetingID, ...values } = settingsOf(room);
  const { warnings } = checkRoomSettings(values, { capabilities, locks: room.locks });
  return {
    title: values.name,
    course: room.contextTitle,
    version: room.settingsVersion,
    meetingOpen,
    sections: offeredForm(room, capabilities).map(({ group, label, fields }) => ({
      group,
      label: t(label),
      fields: fields.map((field) => fieldReply(field, values, t)),
    })),
    warnings: warnings.map((warning) => ({ path: warning.path, text: warningWords(warning, t) })),
    hours: hoursReply(room.openingHours),
    presets: presets.map(({ id, name }) => ({ id, name, isUsed: id === room.presetId })),
    documents,
  };
}

function fieldReply(
  { name, setting, lockedTo }: SettingField,
  values: RoomSettingValues,
  t: Translate,
): FieldReply {
  const { control, unit } = setting;
  return {
    name,
    label: t(setting.label),
    help: t(setting.help),
    control,
    value: lockedTo ?? values[name] ?? setting.default ?? null,
    isLocked: lockedTo !== undefined,
    onlyIf: setting.onlyIf ?? null,
    unit: unitWords(unit, t),
    choices: (setting.values ?? []).map(({ value, label }) => ({ value, label: t(label) })),
  };
}

function unitWords(unit: 'minutes' | 'people' | undefined, t: Translate): string {
  if (unit === undefined) return '';
  return unit === 'minutes' ? t('minutes') : t('people');
}
