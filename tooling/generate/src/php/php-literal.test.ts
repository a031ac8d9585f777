import { describe, expect, it } from 'vitest';
import { PhpExpression, phpLiteral } from './php-literal.ts';

describe('a PHP literal', () => {
  it('keeps quotes, backslashes and dollar signs as they are', () => {
    expect(phpLiteral("it's $a \\n")).toBe("'it\\'s $a \\\\n'");
  });

  it('leaves out what is undefined', () => {
    expect(phpLiteral({ a: undefined, b: [1, true, null] })).toBe("['b' => [1, true, null]]");
  });

  it('breaks arrays that are too long for a line', () => {
    expect(phpLiteral({ a: ['x'.repeat(60), 'y'.repeat(60)] })).toBe(
      `[\n    'a' => [\n        '${'x'.repeat(60)}',\n        '${'y'.repeat(60)}',\n    ],\n]`,
    );
  });

  it('writes expressions as they are', () => {
    expect(phpLiteral({ a: new PhpExpression('BbbError::Timeout') })).toBe(
      "['a' => BbbError::Timeout]",
    );
  });

  it.each(['7', '0', '-12'])('has no key "%s", which PHP would turn into a number', (key) => {
    expect(() => phpLiteral({ [key]: 1 })).toThrow(RangeError);
  });

  it('has no fractions', () => {
    expect(() => phpLiteral(0.5)).toThrow(RangeError);
  });
});
