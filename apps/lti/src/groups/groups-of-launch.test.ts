import { describe, expect, it } from 'vitest';
import { claim } from '../launch/claim-names.ts';
import { readDetails } from '../launch/optional-claims.ts';
import { groupsOfLaunch } from './groups-of-launch.ts';

const ids = (custom: Record<string, string>) => groupsOfLaunch(custom)?.map(({ id }) => id);

describe('the groups of a launch', () => {
  it('are unknown where the platform says nothing', () => {
    expect(groupsOfLaunch({ other: '1' })).toBe(undefined);
  });

  it.each([
    ['ids with commas', { groups: '1, 22,,1' }, ['1', '22']],
    ['a JSON list', { groups: '["1",2]' }, ['1', '2']],
    ['a broken JSON list', { groups: '["1"' }, []],
    ['sections by name', { sections: '["Mon, 9:00","Tue"]' }, ['section:Mon, 9:00', 'section:Tue']],
    ['both', { groups: '7', sections: 'A' }, ['7', 'section:A']],
    ['what cannot be stored', { groups: `a\0b,${'x'.repeat(201)},3` }, ['3']],
  ])('are read from %s', (_what, custom, expected) => expect(ids(custom)).toEqual(expected));

  describe('in a list that is too long', () => {
    const given = Array.from({ length: 60 }, (_, at) => `${at},`.padEnd(100, 'x'));
    const plain = given.map((id) => id.replace(',', '-'));
    const idsIn = (groups: string) => ids(readDetails({ [claim.custom]: { groups } }).custom);

    it.each([
      ['with commas', plain.join(','), plain.slice(0, 40)],
      ['in JSON, with commas in names', JSON.stringify(given), given.slice(0, 39)],
      [
        'in JSON, of a few that fit',
        JSON.stringify(given.slice(0, 39), undefined, 9),
        given.slice(0, 39),
      ],
    ])('are the first ones, each whole: %s', (_what, list, expected) => {
      expect(list.length).toBeGreaterThan(4096);
      expect(idsIn(list)).toEqual(expected);
    });

    it.each([
      ['one id', 'x'.repeat(5000)],
      ['one id in JSON', JSON.stringify(['x'.repeat(5000)])],
      ['no list', JSON.stringify(given).slice(0, -1)],
    ])('are unknown, which is not the same as none: %s', (_what, list) => {
      expect(idsIn(list)).toBeUndefined();
    });

    it('are all there up to the very limit', () => {
      const list = `${'1'.repeat(200)},`.repeat(20) + '2'.repeat(76);
      expect(list).toHaveLength(4096);
      expect(idsIn(list)?.at(-1)).toBe('2'.repeat(76));
      expect(idsIn(`${list}2`)).toEqual(['1'.repeat(200)]);
      // A comma right behind the limit ends a whole id.
      expect(idsIn(`${list},3`)?.at(-1)).toBe('2'.repeat(76));
    });
  });

  it('are bounded, and named in plain text', () => {
    const many = Array.from({ length: 200 }, (_, at) => at).join();
    expect(ids({ groups: many })).toHaveLength(50);
    expect(groupsOfLaunch({ sections: '["A\\n\\u202eB"]' })?.[0]?.name).toMatch(/^A ?B$/);
  });
});
