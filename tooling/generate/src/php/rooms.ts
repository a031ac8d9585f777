import {
  joinReasons,
  roomSettings,
  settingCombinations,
  settingGroups,
  settingRules,
  settingWarnings,
} from '@bluebridge/core/rooms';
import { constantsClass, type PhpClass } from './php-file.ts';
import { phpLiteral } from './php-literal.ts';

/** Makes the table of room settings, what they are checked for, and the reasons why somebody does not get in. */
export function roomClasses(): readonly PhpClass[] {
  return [
    {
      namespace: 'Rooms',
      name: 'SettingTable',
      doc: [
        'Every setting a room may have: enough to draw its field, check it and send it.',
        '',
        settingType,
      ],
      source: constantsClass('SettingTable', [
        {
          name: 'GROUPS',
          doc: 'The parts of a settings form, in the order they are shown.',
          value: phpLiteral(settingGroups, 4),
        },
        { name: 'ALL', doc: '@var array<string, Setting>', value: phpLiteral(roomSettings, 4) },
      ]),
    },
    {
      namespace: 'Rooms',
      name: 'SettingChecks',
      doc: ['What the settings of a room are checked for.', '', combinationType],
      source: constantsClass('SettingChecks', [
        {
          name: 'RULES',
          doc: 'Every rule that values of settings can break, closed: a form has words for each.',
          value: phpLiteral(settingRules, 4),
        },
        {
          name: 'WARNINGS',
          doc: 'Everything a form is warned of, closed.',
          value: phpLiteral(settingWarnings, 4),
        },
        {
          name: 'COMBINATIONS',
          doc: '@var list<Combination> settings that are fine one by one and odd together; all conditions must hold',
          value: phpLiteral(settingCombinations, 4),
        },
      ]),
    },
    {
      namespace: 'Rooms',
      name: 'JoinReasons',
      doc: ['Why somebody waits or is refused, closed: a host has words for each.'],
      source: constantsClass('JoinReasons', [
        {
          name: 'ALL',
          doc: "@var array<string, array{kind: 'wait'|'refuse', means: string}>",
          value: phpLiteral(joinReasons, 4),
        },
      ]),
    },
  ];
}

const settingType =
  "@phpstan-type Setting array{group: string, control: 'text'|'block'|'number'|'switch'|'choice'|'date'|'url'|'colour'|'code', label: string, help: string, default?: string|int|bool, min?: int, max?: int, unit?: 'minutes'|'people', values?: list<array{value: string, label: string}>, feeds?: array{call: 'create'|'join', param: string, as?: array{on: string|bool, off: string|bool}, adds?: list<string>}, needs?: string, needsCall?: string, onlyIf?: string, lockable: bool}";

const combinationType =
  "@phpstan-type Combination array{path: string, kind: 'violation'|'warning', rule: string, allowed: string, when: non-empty-list<array{setting: string, is?: string|int|bool|null, isNot?: string|int|bool|null, isAtLeast?: string}>}";
