import {
  checkRoomSettings,
  type RoomCapabilities,
  type RoomSettingName,
  type RoomSettingValues,
} from '@bluebridge/core/rooms';
import type { Translate } from '@bluebridge/translations';
import { z } from 'zod';
import { usualSettings } from '../rooms/room-settings.ts';
import type { Preset } from '../storage/presets.ts';
import type { RoomRevision, StoredRoom } from '../storage/rooms.ts';
import { hoursWords, violationWords } from '../views/setting-words.ts';
import { hoursShape, readHours } from './hours-form.ts';
import { offeredForm, offeredSetting, usualValue } from './offered-settings.ts';
import type { RemarkReply } from './settings-replies.ts';

/** The whole form of a room as a page sends it. Values may be anything; each is checked. */
export const settingsRequest = z.object({
  version: z.int().min(0),
  values: z.record(z.string().max(100), z.unknown()),
  hours: hoursShape,
});

type SettingsRequest = z.infer<typeof settingsRequest>;

/** What becomes of a form: something to save, or words about what is wrong with it. */
export type FormOutcome =
  | { readonly kind: 'good'; readonly revision: RoomRevision }
  | { readonly kind: 'refused'; readonly violations: readonly RemarkReply[] };

/**
 * Reads the form of a room. What it does not show, because it is locked or the server cannot do it,
 * stays as it was; what it shows and does not say is as usual.
 */
export function readSettingsForm(
  room: StoredRoom,
  { values, hours: given }: SettingsRequest,
  capabilities: RoomCapabilities,
  t: Translate,
): FormOutcome {
  const entries = Object.entries(values).filter(
    ([name, value]) => value !== usualValue(room, name as RoomSettingName),
  );
  const unknown = entries.filter(([name]) => offeredSetting(name) === undefined);
  const said = entries.filter(([name]) => offeredSetting(name) !== undefined);
  const { accepted, violations } = checkRoomSettings(
    { ...usualSettings, ...Object.fromEntries(said) },
    { capabilities, locks: room.locks },
  );
  const { hours, violations: wrongHours } = readHours(given);
  const remarks = [
    ...unknown.map(([path]) => ({ path, rule: 'unknown' as const })),
    ...violations.filter(({ path }) => Object.hasOwn(values, path)),
  ].map((violation) => ({ path: violation.path, text: violationWords(violation, t) }));
  const hourRemarks = wrongHours.map(({ path, rule }) => ({ path, text: hoursWords(rule, t) }));
  if (remarks.length + hourRemarks.length > 0) {
    return { kind: 'refused', violations: [...remarks, ...hourRemarks] };
  }
  const settings = merged(room, accepted, capabilities);
  return { kind: 'good', revision: { settings, presetId: room.presetId, openingHours: hours } };
}

function merged(
  room: StoredRoom,
  accepted: RoomSettingValues,
  capabilities: RoomCapabilities,
): RoomSettingValues {
  const open = new Set(
    offeredForm(room, capabilities).flatMap(({ fields }) =>
      fields.filter(({ lockedTo }) => lockedTo === undefined).map(({ name }) => name),
    ),
  );
  const isOpen = ([name]: readonly [string, unknown]) => open.has(name as RoomSettingName);
  const isUsual = ([name, value]: readonly [string, unknown]) =>
    value === usualValue(room, name as RoomSettingName);
  const kept = Object.entries(room.settings).filter((entry) => !isOpen(entry));
  const changed = Object.entries(accepted).filter((entry) => isOpen(entry) && !isUsual(entry));
  return Object.fromEntries([...kept, ...changed]);
}

/** Gives a room what a preset says; its name and its times, which no preset has, stay. */
export function withPreset(room: StoredRoom, { id, values }: Preset): RoomRevision {
  const own = Object.entries(room.settings).filter(
    ([name]) => offeredSetting(name)?.lockable === false,
  );
  return {
    settings: { ...values, ...Object.fromEntries(own) },
    presetId: id,
    openingHours: room.openingHours,
  };
}

/** Names the settings in which two states of a room differ. */
export function changedNames(room: StoredRoom, { settings }: RoomRevision): readonly string[] {
  const [before, after]: Readonly<Record<string, unknown>>[] = [room.settings, settings];
  const names = new Set([...Object.keys(room.settings), ...Object.keys(settings)]);
  return [...names].filter((name) => before?.[name] !== after?.[name]).toSorted();
}
