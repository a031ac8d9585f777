import { recordingView } from '@bluebridge/core/rooms';
import { describe, expect, it } from 'vitest';
import { loadVectors } from '../src/load-vectors.ts';

describe('recording view vectors', () => {
  it.each(loadVectors('recording-view'))('$id: $comment', ({ given, expect: expected }) => {
    const view = recordingView(given.recording, given.viewer);
    expect(view).toStrictEqual(expected.outcome === 'hidden' ? null : expected.view);
  });
});
