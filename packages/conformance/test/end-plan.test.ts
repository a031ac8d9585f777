import { endPlan } from '@bluebridge/core/rooms';
import { describe, expect, it } from 'vitest';
import { loadVectors } from '../src/load-vectors.ts';

describe('end plan vectors', () => {
  it.each(loadVectors('end-plan'))('$id: $comment', ({ given, expect: expected }) => {
    if (expected.outcome === 'refused') {
      const { code, violations } = expected;
      const refusal = expect.objectContaining({ code, violations, call: 'end_plan' });
      expect(() => endPlan(given.state, given.now)).toThrow(refusal);
      return;
    }
    expect(endPlan(given.state, given.now)).toStrictEqual(expected.action);
  });
});
