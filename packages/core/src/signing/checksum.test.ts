import { expect, it } from 'vitest';
import { checksum } from './checksum.ts';

const secret = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';

it('hashes call name, query and secret without separators', () => {
  expect(checksum('sha1', 'getMeetings', '', secret)).toBe(
    '2027baa7771026e9e93392f55031535d1444c41f',
  );
});

it('starts the name of a hook call with its folder', () => {
  const query = 'callbackURL=https%3A%2F%2Fexample.com%2Fcb';
  expect(checksum('sha1', 'hooks/create', query, secret)).toBe(
    '01d7a419d4cfda5b1cff96991ea8cd605fc743e8',
  );
});
