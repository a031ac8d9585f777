import { describe, expect, it } from 'vitest';
import { alphanumeric, cookieValue, internalUserID } from './random-ids.ts';

describe('alphanumeric', () => {
  it('makes texts of the wanted length from small letters and digits', () => {
    for (const length of [0, 1, 8, 12, 16, 500]) {
      const text = alphanumeric(length);
      expect(text).toMatch(/^[a-z0-9]*$/u);
      expect(text).toHaveLength(length);
    }
  });

  it('draws every letter about as often as the others', () => {
    const drawn = 200_000;
    const counts = new Map<string, number>();
    for (const letter of alphanumeric(drawn)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(36);
    // Bytes taken modulo 36 without dropping any give `a` to `d` 12 % more than their share.
    // Chance alone deviates by 8 % once in millions of runs.
    const share = drawn / 36;
    for (const count of counts.values()) expect(Math.abs(count / share - 1)).toBeLessThan(0.08);
  });
});

describe('internalUserID', () => {
  it('looks like those of the server and does not repeat', () => {
    const ids = Array.from({ length: 1_000 }, internalUserID);
    for (const id of ids) expect(id).toMatch(/^w_[a-z0-9]{12}$/u);
    expect(new Set(ids).size).toBe(1_000);
  });
});

describe('cookieValue', () => {
  it('has thirty-two hexadecimal digits and does not repeat', () => {
    const values = Array.from({ length: 1_000 }, cookieValue);
    for (const value of values) expect(value).toMatch(/^[0-9A-F]{32}$/u);
    expect(new Set(values).size).toBe(1_000);
  });
});
