import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalQuery, encodeValue } from './canonical-query.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

describe('the canonical encoding', () => {
  it('is the form encoding of URLSearchParams for any text', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(`v=${encodeValue(value)}`).toBe(new URLSearchParams({ v: value }).toString());
      }),
      { numRuns: 5000 },
    );
  });

  it('is left untouched by a URL parser', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (values) => {
        const query = canonicalQuery(values.map((value, index) => [`p${index}`, value] as const));
        const url = `https://bbb.example.org/bigbluebutton/api/create?${query}`;
        expect(new URL(url).href).toBe(url);
      }),
      { numRuns: 2000 },
    );
  });

  it('joins pairs in the order given and keeps empty values', () => {
    const pairs = [
      ['b', '2'],
      ['a', ''],
    ] as const;
    expect(canonicalQuery(pairs)).toBe('b=2&a=');
    expect(canonicalQuery([])).toBe('');
  });
});
