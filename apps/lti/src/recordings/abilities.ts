import type { Dialect } from '@bluebridge/core';

/** What can be done to recordings on a server; what it cannot do is not offered. */
export interface RecordingAbilities {
  readonly publish: boolean;
  readonly rename: boolean;
  readonly delete: boolean;
  readonly captions: boolean;
  readonly protect: boolean;
}

/** Tells what a server can do to recordings. */
export function abilitiesOf({
  missingCalls,
  supportsRecordingProtection,
}: Pick<Dialect, 'missingCalls' | 'supportsRecordingProtection'>): RecordingAbilities {
  const has = (...calls: readonly string[]) => !calls.some((call) => missingCalls.includes(call));
  return {
    publish: has('publishRecordings'),
    rename: has('updateRecordings'),
    delete: has('deleteRecordings'),
    captions: has('getRecordingTextTracks', 'putRecordingTextTrack'),
    protect: supportsRecordingProtection,
  };
}
