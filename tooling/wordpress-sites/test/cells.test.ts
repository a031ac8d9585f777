import { describe, expect, it } from 'vitest';
import { chooseCells, suitesOf } from '../src/cells.ts';

describe('the sites that tests run in', () => {
  it('are every release, and the newest also in a network and on MariaDB', () => {
    expect(chooseCells('', false).map(({ name }) => name)).toEqual([
      '6.5 sqlite',
      '6.6 sqlite',
      '6.7 sqlite',
      '6.7 sqlite network',
      '6.7 mariadb',
    ]);
  });

  it('are found by a part of their names', () => {
    expect(chooseCells('mariadb', false).map(({ database }) => database)).toEqual(['mariadb']);
    expect(() => chooseCells('6.4', false)).toThrow('There are: 6.5 sqlite, ');
  });

  it('are one when somebody brings a WordPress along', () => {
    expect(chooseCells('', true)).toHaveLength(1);
  });

  it('test the plugin where it runs, and its refusal where WordPress is too old', () => {
    const suites = chooseCells('', false).map((cell) => suitesOf(cell).join(' '));
    expect(new Set(suites)).toEqual(new Set(['refusal', 'lifecycle plugin']));
    expect(suites.at(-1)).toBe('lifecycle plugin');
  });
});
