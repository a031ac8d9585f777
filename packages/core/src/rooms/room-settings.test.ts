import { describe, expect, it } from 'vitest';
import { calls, type ParamSpec, type ParamSpecs } from '../catalogue/index.ts';
import { dialectNamed, dialects } from '../dialects/index.ts';
import { validateParams } from '../validation/validate-params.ts';
import {
  joinParams,
  type Room,
  type RoomSetting,
  roomSettings,
  roomToCreate,
  settingGroups,
} from './index.ts';

const entries = Object.entries<RoomSetting>(roomSettings);

const room: Room = {
  meetingID: 'bb-1',
  name: 'Physics',
  record: true,
  anyoneCanStart: false,
  waitForModerator: true,
  allJoinAsModerator: false,
};

function paramOf(setting: RoomSetting): ParamSpec | undefined {
  if (setting.feeds === undefined) return undefined;
  const params: ParamSpecs = calls[setting.feeds.call].params;
  return params[setting.feeds.param];
}

/** Kinds of parameters that a control's value may become. */
const kinds: Record<RoomSetting['control'], readonly ParamSpec['kind'][]> = {
  text: ['text', 'block'],
  block: ['block'],
  number: ['integer'],
  switch: ['boolean'],
  choice: ['choice'],
  date: ['time'],
  url: ['url'],
  colour: ['text'],
  code: [],
};

/** Every value of a setting that is worth trying: both ends, both answers, each choice. */
function valuesOf(setting: RoomSetting): readonly (string | number | boolean)[] {
  switch (setting.control) {
    case 'switch':
    case 'code':
      return [true, false];
    case 'number':
      return [setting.min ?? 0, setting.max ?? 0];
    case 'choice':
      return (setting.values ?? []).map(({ value }) => value);
    case 'date':
      return [1_800_000_000_000];
    case 'url':
      return ['https://school.example/a.pdf'];
    case 'colour':
      return ['#1f5fbf'];
    default:
      return ['x'.repeat(setting.max ?? 10)];
  }
}

describe('the table of room settings', () => {
  it('is plain data that survives JSON', () => {
    expect(JSON.parse(JSON.stringify(roomSettings))).toEqual(roomSettings);
  });

  it.each(entries)('says in words what %s does', (_name, { label, help, group }) => {
    expect(Object.keys(settingGroups)).toContain(group);
    expect(label).toMatch(/^[A-Z].*[^.]$/u);
    expect(help).toMatch(/^[A-Z].*\.$/u);
    expect(help.length).toBeLessThan(90);
  });

  it.each(entries.filter(([, { feeds }]) => feeds !== undefined))(
    'feeds %s into a parameter of its kind',
    (_name, setting) => {
      const param = paramOf(setting);
      expect(param, 'the parameter exists').toBeDefined();
      expect(param?.removed).toBeUndefined();
      expect(setting.needs).toBe(param?.needs);
      if (setting.feeds?.adds !== undefined) {
        expect(param?.kind).toBe('csv');
        expect(setting.default).toBe(true);
      } else if (setting.feeds?.as !== undefined && param?.kind === 'choice') {
        expect(param.values).toEqual(expect.arrayContaining(Object.values(setting.feeds.as)));
      } else {
        expect(kinds[setting.control]).toContain(param?.kind);
      }
    },
  );

  it.each(entries.filter(([, { control }]) => control === 'number' || control === 'text'))(
    'keeps %s within the limits of its parameter',
    (_name, setting) => {
      const param = paramOf(setting);
      expect(setting.max, 'a field needs an end').toBeDefined();
      expect(setting.min ?? 0).toBeGreaterThanOrEqual(param?.min ?? 0);
      expect(setting.max).toBeLessThanOrEqual(param?.max ?? Number.MAX_SAFE_INTEGER);
    },
  );

  it.each(entries.filter(([, { onlyIf }]) => onlyIf !== undefined))(
    'makes %s depend on a switch',
    (_name, { onlyIf }) => {
      expect(entries.find(([name]) => name === onlyIf)?.[1].control).toBe('switch');
    },
  );

  it('names only calls that a dialect may lack', () => {
    const needed = entries.flatMap(([, { needsCall }]) => needsCall ?? []);
    expect(Object.keys(calls)).toEqual(expect.arrayContaining(needed));
  });

  it.each(entries)('gives %s a default that its field can show', (_name, setting) => {
    if (setting.default === undefined) return;
    const types = { switch: 'boolean', code: 'boolean', number: 'number' } as const;
    const { control } = setting;
    expect(typeof setting.default).toBe(control in types ? types[control as 'code'] : 'string');
  });

  it('tells no parameter of create twice, lists apart', () => {
    const fed = entries.flatMap(([, { feeds }]) =>
      feeds === undefined || feeds.adds !== undefined ? [] : [`${feeds.call} ${feeds.param}`],
    );
    expect(new Set(fed).size).toBe(fed.length);
  });
});

describe('a room with a setting', () => {
  const cases = Object.keys(dialects).flatMap((dialect) =>
    entries.map(([name, setting]) => [name, dialect, setting] as const),
  );

  it.each(cases)('%s makes calls that %s takes', (name, dialectName, setting) => {
    const dialect = dialectNamed(dialectName);
    for (const value of valuesOf(setting)) {
      // Dependent settings need their switch; endWhenNoModerator and guestsAllowed are harmless.
      const switches = { endWhenNoModerator: true, guestsAllowed: true };
      const own = { ...room, ...switches, [name]: value } as Room;
      const { params } = roomToCreate(own, dialect);
      expect(validateParams('create', params, dialect), String(value)).toEqual([]);
      const person = { userID: 's1', fullName: 'Sam', isModerator: false };
      const join = joinParams(own, person, 'VIEWER', 42);
      expect(validateParams('join', join, dialect), String(value)).toEqual([]);
    }
  });
});
