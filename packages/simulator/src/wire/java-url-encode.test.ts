import { expect, it } from 'vitest';
import { javaUrlEncode } from './java-url-encode.ts';

it('encodes like Java', () => {
  expect(javaUrlEncode("A's (x)!*~ é+&=")).toBe('A%27s+%28x%29%21*%7E+%C3%A9%2B%26%3D');
  expect(javaUrlEncode('a-b_c.d')).toBe('a-b_c.d');
});
