import { describe, expect, it } from 'vitest';
import { dialects } from '../dialects/index.ts';
import {
  checkRoomSettings,
  type RoomSetting,
  roomSettings,
  type SettingCombination,
  settingCombinations,
  settingRules,
  settingsForm,
  settingWarnings,
} from './index.ts';

const combinations: readonly SettingCombination[] = settingCombinations;

describe('the table of combinations', () => {
  it('is plain data that survives JSON', () => {
    expect(JSON.parse(JSON.stringify(combinations))).toEqual(combinations);
  });

  it.each(combinations)('names settings and a known rule: $path $rule', (combination) => {
    const known: readonly string[] =
      combination.kind === 'violation' ? settingRules : settingWarnings;
    expect(known).toContain(combination.rule);
    const named = combination.when.flatMap((condition) =>
      'isAtLeast' in condition ? [condition.setting, condition.isAtLeast] : [condition.setting],
    );
    for (const name of [combination.path, ...named]) expect(roomSettings).toHaveProperty(name);
  });
});

describe.each(Object.values(dialects))('a form for $name', (capabilities) => {
  const fields = settingsForm({ capabilities }).flatMap((section) => section.fields);

  it('shows defaults that are accepted as they are', () => {
    const values = Object.fromEntries(
      fields.flatMap(({ name, setting }) =>
        setting.default === undefined ? [] : [[name, setting.default]],
      ),
    );
    expect(checkRoomSettings(values, { capabilities })).toEqual({
      accepted: values,
      violations: [],
      warnings: [],
    });
  });

  it('leaves out only what the server lacks', () => {
    const left = Object.entries<RoomSetting>(roomSettings).filter(
      ([name]) => !fields.some((field) => field.name === name),
    );
    for (const [name, setting] of left)
      expect(setting.needs ?? setting.needsCall, name).toBeDefined();
  });
});

describe('checking settings', () => {
  it('refuses a text that cannot be written as UTF-8', () => {
    const { violations } = checkRoomSettings(
      { name: 'Physics \ud800' },
      { capabilities: dialects.bigbluebutton },
    );
    expect(violations).toEqual([{ path: 'name', rule: 'well_formed' }]);
  });

  it('takes a value that is undefined as not said', () => {
    const { accepted, violations } = checkRoomSettings(
      { record: undefined },
      { capabilities: dialects.bigbluebutton, locks: { muteOnStart: undefined } as object },
    );
    expect({ accepted, violations }).toEqual({ accepted: {}, violations: [] });
  });
});
