import { expect, it } from 'vitest';
import { cutTo, displayWidth, padTo, printable } from './printable.ts';

it('nothing that a terminal obeys gets through', () => {
  expect(printable('\u001b[31mred\u0007\u009b2J')).toBe('�[31mred��2J');
  expect(printable('a\u202Eb\u2066c')).toBe('a�b�c');
  expect(printable('two\r\nlines\tand a tab')).toBe('two lines and a tab');
  expect(printable('Zoë 日本 👩‍🏫')).toBe('Zoë 日本 👩‍🏫');
});

it('width counts columns, not characters', () => {
  expect(displayWidth('Physik')).toBe(6);
  expect(displayWidth('日本語')).toBe(6);
  expect(displayWidth('👩‍🏫')).toBe(2);
  expect(displayWidth('e\u0301')).toBe(1);
});

it('cutting leaves whole characters and says that something is missing', () => {
  expect(cutTo('Physics', 7)).toBe('Physics');
  expect(cutTo('Physics', 6)).toBe('Physi…');
  expect(cutTo('日本語', 4)).toBe('日…');
});

it('filling counts columns', () => {
  expect(padTo('日本', 6)).toBe('日本  ');
});
