import { expect, it } from 'vitest';
import { initialsOf } from '../src/page/client/initials.ts';

it.each([
  ['Ada Lovelace', 'AL'],
  ['Ada King Lovelace', 'AL'],
  ['ada', 'A'],
  ['<b>Ada</b>', 'B'],
  ['"Grace" (Hopper)', 'GH'],
  ['Ada – 7b', 'A7'],
  ['Łukasz Öz', 'ŁÖ'],
  ['𝒜da', '𝒜'],
  ['☂', ''],
])('%s is abbreviated to %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
