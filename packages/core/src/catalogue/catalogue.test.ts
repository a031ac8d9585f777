import { describe, expect, it } from 'vitest';
import { bigbluebutton } from '../dialects/bigbluebutton.ts';
import { calls, type CallSpec, paramKinds } from './index.ts';

const entries = Object.entries<CallSpec>(calls);

describe('the catalogue', () => {
  it('is plain data that survives JSON', () => {
    expect(JSON.parse(JSON.stringify(calls))).toEqual(calls);
  });

  it.each(entries)('files %s under the name it has on the wire', (name, call) => {
    expect(call.name).toBe(name);
  });

  it.each(entries)('gives %s only parameters that a type can be derived for', (_name, call) => {
    for (const [name, spec] of Object.entries(call.params)) {
      expect(paramKinds, name).toContain(spec.kind);
      if (spec.kind === 'choice') expect(spec.values?.length, name).toBeGreaterThan(0);
      if (spec.pattern !== undefined)
        expect(() => new RegExp(spec.pattern!, 'u'), name).not.toThrow();
    }
  });

  it.each(entries)('names only capabilities that dialects have in %s', (_name, call) => {
    const needed = Object.values(call.params).flatMap(({ needs, requiredWhere, minWhere }) => [
      needs ?? [],
      requiredWhere ?? [],
      minWhere?.capability ?? [],
    ]);
    const names = [call.needs ?? [], ...needed].flat();
    expect(Object.keys(bigbluebutton)).toEqual(expect.arrayContaining(names));
  });

  it.each(entries)('groups only parameters that there are in %s', (_name, call) => {
    const grouped = [...(call.exclusive ?? []), ...(call.atLeastOne ?? [])].flat();
    expect(Object.keys(call.params)).toEqual(expect.arrayContaining(grouped));
  });

  it('gives every parameter family a pattern that its own names match', () => {
    for (const [, call] of entries) {
      for (const { prefix, pattern } of call.prefixes ?? []) {
        expect(`${prefix}abc`).toMatch(new RegExp(pattern, 'u'));
      }
    }
  });
});
