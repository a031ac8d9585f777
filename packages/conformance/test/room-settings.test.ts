import {
  applyLocks,
  checkRoomSettings,
  checkSettingLocks,
  type RoomSetting,
  roomSettings,
  settingGroups,
  settingRules,
  settingsForm,
  settingWarnings,
} from '@bluebridge/core/rooms';
import { describe, expect, it } from 'vitest';
import { illFormed } from '../src/ill-formed.ts';
import { loadVectors, type Vector } from '../src/load-vectors.ts';

function answer({ given }: Vector): object {
  const { op, values, locks, capabilities } = given;
  switch (op) {
    case 'check':
      return checkRoomSettings(
        { ...values, ...illFormed(given.illFormed) },
        { capabilities, locks },
      );
    case 'check-locks':
      return checkSettingLocks(locks, capabilities);
    case 'apply-locks':
      return { values: applyLocks(values, locks) };
    case 'form':
      return formInWords(settingsForm({ capabilities, locks }));
    default:
      throw new Error(`nothing answers ${op}`);
  }
}

/**
 * A form as a vector tells it: which parts there are, which settings are not shown, and what is
 * locked. The rest is the table's, so that a new setting changes no vector.
 */
function formInWords(sections: ReturnType<typeof settingsForm>) {
  const fields = sections.flatMap((section) => section.fields);
  const shown = new Set<string>(fields.map(({ name }) => name));
  for (const section of sections) {
    expect(section.label).toBe(settingGroups[section.group]);
    expect(section.fields.map(({ name }) => name)).toEqual(
      table.filter(([name, { group }]) => group === section.group && shown.has(name)).map(first),
    );
  }
  for (const { name, setting } of fields) expect(setting).toBe(roomSettings[name]);
  return {
    groups: sections.map(({ group }) => group),
    leftOut: table.map(first).filter((name) => !shown.has(name)),
    lockedTo: Object.fromEntries(
      fields.flatMap(({ name, lockedTo }) => (lockedTo === undefined ? [] : [[name, lockedTo]])),
    ),
  };
}

const table = Object.entries<RoomSetting>(roomSettings);
const first = ([name]: readonly [string, RoomSetting]): string => name;
const vectors = loadVectors('room-settings');

describe('room settings vectors', () => {
  it.each(vectors)('$id: $comment', (vector) => {
    const { outcome, ...expected } = vector.expect;
    expect(outcome).toBe(vector.given.op);
    expect(answer(vector)).toStrictEqual(expected);
  });

  it('show every rule and every warning at work', () => {
    const shown = vectors.flatMap(({ expect: { violations = [], warnings = [] } }) =>
      [...violations, ...warnings].map(({ rule }: { rule: string }) => rule),
    );
    expect(new Set(shown)).toEqual(new Set([...settingRules, ...settingWarnings]));
  });
});
