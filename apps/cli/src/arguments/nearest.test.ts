import { expect, it } from 'vitest';
import { didYouMean, nearest } from './nearest.ts';

it.each([
  ['getMeeting', 'getMeetings'],
  ['getmeetings', 'getMeetings'],
  ['craete', 'create'],
  ['creat', 'create'],
  ['nmae', 'name'],
])('%s means %s', (typed, meant) => {
  expect(nearest(typed, ['name', 'create', 'getMeetings', 'end'])).toBe(meant);
});

it('does not guess wildly', () => {
  expect(nearest('publish', ['end', 'join', 'create'])).toBeUndefined();
  expect(nearest('', ['end'])).toBeUndefined();
  expect(didYouMean('publish', ['end'])).toBe('');
});
