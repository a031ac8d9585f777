import { describe, expect, it } from 'vitest';
import { pcre } from './patterns.ts';

describe('a pattern for PCRE', () => {
  it.each([
    ['^#[0-9A-Fa-f]{6}$', '~^#[0-9A-Fa-f]{6}$~uD'],
    ['^[^@]+@[^@]+$', '~^[^@]+@[^@]+$~uD'],
    ['^a\\.b[.]$', '~^a\\.b[.]$~uD'],
  ])('is made of %s', (pattern, expected) => {
    expect(pcre(pattern)).toBe(expected);
  });

  it.each(['\\d', '[\\s]', '\\w', '\\bx', 'a.b', '(?=a)', '(?<a>b)', '(a)\\1', 'a~b'])(
    'is refused where the languages differ: %s',
    (pattern) => {
      expect(() => pcre(pattern)).toThrow(RangeError);
    },
  );
});
