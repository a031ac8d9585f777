import { expect, it } from 'vitest';
import { javaDate } from './java-date.ts';

it('writes a moment like Java on a server in UTC', () => {
  expect(javaDate(1_531_155_809_613)).toBe('Mon Jul 09 17:03:29 UTC 2018');
  expect(javaDate(0)).toBe('Thu Jan 01 00:00:00 UTC 1970');
});
