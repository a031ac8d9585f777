import { expect, it } from 'vitest';
import { toJson, toJsonLine } from './json.ts';

it('escapes what a terminal obeys, and stays the same value', () => {
  const value = { name: 'a\u009b2J\u202E\u2028', list: [1, true] };
  expect(toJsonLine(value)).toBe('{"name":"a\\u009b2J\\u202e\\u2028","list":[1,true]}');
  expect(JSON.parse(toJson(value))).toEqual(value);
});
