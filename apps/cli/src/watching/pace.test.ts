import { expect, it } from 'vitest';
import { nextPace } from './pace.ts';

it('never asks more than twelve times a minute', () => {
  expect(nextPace(0, 0)).toBe(5_000);
  expect(nextPace(30_000, 0)).toBe(30_000);
});

it('slows down with each failure, up to a minute', () => {
  expect([1, 2, 3, 4, 5, 99].map((failures) => nextPace(5_000, failures))).toEqual([
    10_000, 20_000, 40_000, 60_000, 60_000, 60_000,
  ]);
});

it('never asks faster after a failure than before', () => {
  expect(nextPace(120_000, 3)).toBe(120_000);
});
