import { describe, expect, it } from 'vitest';
import type { CourseOrigins } from '../storage/course-origins.ts';
import { ancestorsOf, linkAncestorsIn, noticedAncestorsOf } from './lineage.ts';

const course = { platformId: 'p', deploymentId: '1', contextId: 'c' };

function originsIn(noticed: Readonly<Record<string, readonly string[]>>): CourseOrigins {
  return {
    of: async ({ contextId }) => noticed[contextId] ?? [],
    note: async () => {},
    take: async () => true,
  };
}

const ancestors = (history: string, noticed = {}) =>
  ancestorsOf(course, { context_history: history }, originsIn(noticed));

describe('the ancestors of a course', () => {
  it.each([
    ['none', '', []],
    ['one', 'a', ['a']],
    ['several, nearest first', 'b, a,,', ['b', 'a']],
    ['an encoded id', 'a%2Cb,c%25', ['a,b', 'c%']],
    ['an id with a percent sign of its own', '100%,a', ['100%', 'a']],
    ['itself', 'c,a', ['a']],
    ['one twice', 'a,a', ['a']],
    ['ids that are too long or hold nothing storable', `${'x'.repeat(256)},a%00b,a`, ['a']],
  ])('are read from a history with %s', async (_what, history, expected) => {
    expect(await ancestors(history)).toEqual(expected);
  });

  it('are found through notices, step by step', async () => {
    expect(await ancestors('', { c: ['b'], b: ['a'] })).toEqual(['b', 'a']);
    expect(await ancestors('b', { b: ['a'] })).toEqual(['b', 'a']);
    expect(await noticedAncestorsOf(course, originsIn({ c: ['b'] }))).toEqual(['b']);
  });

  it('are found also when courses say they come from each other', async () => {
    expect(await ancestors('b', { b: ['a', 'c'], a: ['b'] })).toEqual(['b', 'a']);
  });

  it('are no more than fifty', async () => {
    const many = Array.from({ length: 500 }, (_, index) => `x${index}`).join(',');
    expect(await ancestors(many)).toHaveLength(50);
    const chain = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [
        index === 0 ? 'c' : `x${index}`,
        [`x${index + 1}`],
      ]),
    );
    expect(await ancestors('', chain)).toHaveLength(50);
  });

  it('are none where the platform names no course', async () => {
    const nowhere = { ...course, contextId: '' };
    expect(await ancestorsOf(nowhere, { context_history: 'a' }, originsIn({}))).toEqual([]);
  });
});

it('the ancestors of a link are read alike', () => {
  expect(linkAncestorsIn({ link_history: '7, 3' })).toEqual(['7', '3']);
  expect(linkAncestorsIn({})).toEqual([]);
});
