import { describe, expect, it } from 'vitest';
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

  it('are bounded, and named in plain text', () => {
    const many = Array.from({ length: 200 }, (_, at) => at).join();
    expect(ids({ groups: many })).toHaveLength(50);
    expect(groupsOfLaunch({ sections: '["A\\n\\u202eB"]' })?.[0]?.name).toMatch(/^A ?B$/);
  });
});
