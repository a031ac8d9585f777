import { statusPolicy } from '@bluebridge/core/rooms';
import { describe, expect, it } from 'vitest';
import { loadVectors } from '../src/load-vectors.ts';

describe('status policy vectors', () => {
  it.each(loadVectors('status-policy'))('$id: $comment', ({ given, expect: expected }) => {
    expect(statusPolicy(given.state, given.now)).toStrictEqual(expected.plan);
  });
});
