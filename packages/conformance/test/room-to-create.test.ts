import { createParams, roomToCreate } from '@bluebridge/core/rooms';
import { describe, expect, it } from 'vitest';
import { loadVectors } from '../src/load-vectors.ts';

describe('room to create vectors', () => {
  it.each(loadVectors('room-to-create'))('$id: $comment', ({ given, expect: expected }) => {
    const { params, leftOut } = roomToCreate(given.room, given.capabilities, given.accountDefaults);
    expect(params).toStrictEqual(expected.params);
    expect(leftOut).toStrictEqual(expected.leftOut);
    expect(createParams(given.room, given.capabilities, given.accountDefaults)).toStrictEqual(
      expected.params,
    );
  });
});
