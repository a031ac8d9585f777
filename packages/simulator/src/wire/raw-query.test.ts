import { describe, expect, it } from 'vitest';
import { hasForbiddenCharacters, parseQuery, rawQueryOf } from './raw-query.ts';

describe('parseQuery', () => {
  it.each([
    ['a=1&b=2', { a: '1', b: '2' }],
    ['a=x+y%20z%2B', { a: 'x y z+' }],
    ['a=%C3%A9&b=%e2%82%ac', { a: 'é', b: '€' }],
    ['a&b=&=c&&d=1=2', { a: '', b: '', d: '1=2' }],
    ['a=%zz&b=%&c=%4', {}],
    ['a=1&a=2', { a: '1' }],
    ['A=1&a=2', { A: '1', a: '2' }],
    ["a='!()*~", { a: "'!()*~" }],
  ])('reads %s', (query, expected) => {
    expect(Object.fromEntries(parseQuery(query).entries())).toEqual(expected);
  });
});

it('takes the query from the first question mark on', () => {
  expect(rawQueryOf('/a?b=c?d')).toBe('b=c?d');
  expect(rawQueryOf('/a')).toBe('');
});

it('knows the characters a servlet container refuses', () => {
  expect(hasForbiddenCharacters("a=b&c=%20+'()*!~[];:@$,-._/?")).toBe(false);
  for (const character of '"<>\\^`{|}\u0080é') {
    expect(hasForbiddenCharacters(`a=${character}`)).toBe(true);
  }
});
