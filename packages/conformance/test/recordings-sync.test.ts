import { recordingsSync } from '@bluebridge/core/rooms';
import { describe, expect, it } from 'vitest';
import { loadVectors } from '../src/load-vectors.ts';

describe('recordings sync vectors', () => {
  it.each(loadVectors('recordings-sync'))('$id: $comment', ({ given, expect: expected }) => {
    const { changes, index } = recordingsSync(given.index, given.fetched, given.now);
    expect(changes).toStrictEqual(expected.changes);
    expect(index).toStrictEqual(expected.index);
  });
});
