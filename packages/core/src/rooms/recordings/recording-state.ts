import type { RecordingFacts } from './recording-facts.ts';

const recordingStates = ['processing', 'processed', 'published', 'unpublished', 'deleted'] as const;

export type RecordingState = (typeof recordingStates)[number];

/** Tells the state of a recording, also where a server leaves it out or spells it in its own way. */
export function recordingState({ state, published, playback }: RecordingFacts): RecordingState {
  const known = recordingStates.find((each) => each === state);
  if (known !== undefined) return known;
  if (published !== undefined) return published ? 'published' : 'unpublished';
  return playback !== undefined && playback.length > 0 ? 'published' : 'processing';
}
