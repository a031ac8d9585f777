import { expect, it } from 'vitest';
import { uuidOfUrl } from './hook-id.ts';

it('makes the name-based UUID of a URL', () => {
  expect(uuidOfUrl('https://www.widgets.com/')).toBe('b67eebd6-7268-5cd9-998c-ea2884505010');
});
