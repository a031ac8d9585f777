import { createSettingsForm, type FieldValue, type SettingsForm } from '@bluebridge/browser';
import { useState } from '@wordpress/element';
import type { Room, RoomForm, SettingField, SettingValues } from './rest.ts';

/** What is being typed into the settings of a room. */
export interface Settings {
  readonly form: SettingsForm;
  readonly set: (name: string, value: FieldValue | undefined) => void;
  /** Gives what is sent: what differs from what is usual. */
  readonly values: () => SettingValues;
}

/** Keeps what is typed for as long as the screen shows the same room. */
export function useSettings(room: Room, { sections }: RoomForm): Settings {
  const fields = sections.flatMap((section) => section.fields);
  const [form] = useState(() => createSettingsForm(fields.map((field) => formField(field, room))));
  const [, setTyped] = useState(0);
  return {
    form,
    set(name, value) {
      form.set(name, value);
      setTyped((times) => times + 1);
    },
    values() {
      const usual = new Map(fields.map((field) => [field.name, field.default]));
      const entries = Object.entries(form.values());
      return Object.fromEntries(entries.filter(([name, value]) => usual.get(name) !== value));
    },
  };
}

function formField({ name, lockedTo, onlyIf, default: usual }: SettingField, room: Room) {
  const value = lockedTo ?? room.settings[name] ?? usual;
  return {
    name,
    isLocked: lockedTo !== undefined,
    ...(value === undefined ? {} : { value }),
    ...(onlyIf === undefined ? {} : { onlyIf }),
  };
}
