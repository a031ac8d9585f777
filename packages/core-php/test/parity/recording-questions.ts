import type {
  IndexedRecording,
  RecordingsFetch,
  recordingView,
  RecordingViewer,
} from '@bluebridge/core/rooms';
import fc from 'fast-check';
import { joined, partly, several } from './plan-questions.ts';
import { addresses, texts } from './texts.ts';

export interface SyncQuestion {
  readonly index: readonly IndexedRecording[];
  readonly fetched: RecordingsFetch;
  readonly now: number;
}

export interface ViewQuestion {
  readonly recording: Parameters<typeof recordingView>[0];
  readonly viewer: RecordingViewer;
}

type Facts = RecordingsFetch['recordings'][number];

// Few ids, so that what is fetched is often known. PHP takes the third for a number.
const recordIDs = fc.constantFrom('r-1', 'r-1699990000000', '7', 'é', 'r-1699990000000\n');
const meetingIDs = fc.constantFrom('room-1', 'room-10', '7');
const states = fc.constantFrom('processing', 'processed', 'published', 'unpublished', 'deleted');
/** Half days, so that patience ends on one. */
const moments = fc.integer({ min: 0, max: 8 }).map((half) => 1_700_000_000_000 + half * 43_200_000);
const times = fc.oneof(moments, fc.integer({ min: -1, max: 100_000 }));
const sizes = fc.integer({ min: -1, max: 3 });

const links = fc.oneof(
  addresses,
  texts.map((text) => `https://example.org/${text}`),
  fc.constantFrom(
    'https://example.org/a.PDF?b#c',
    'https://example.org/a?b.mp3',
    'HTTPS://example.org/a.webm#b',
  ),
);

const images = joined(
  fc.record({ url: links }),
  partly({ alt: texts, width: sizes, height: sizes }),
) as fc.Arbitrary<{ url: string; alt: string; width: number; height: number }>;

// Neither formats nor metadata are empty: PHP would send an empty object back as a list.
const formats = joined(
  fc.record({
    type: fc.constantFrom('presentation', 'video', 'podcast', 'mp4', 'statistics', 'toString', ''),
  }),
  partly({
    url: links,
    length: sizes,
    preview: fc.record({ images: fc.array(images, { maxLength: 3 }) }),
  }),
) as fc.Arbitrary<NonNullable<Facts['playback']>[number]>;

const metadata = fc.dictionary(
  fc.constantFrom('bbb-recording-name', 'course', '7'),
  fc.constantFrom('', ' \ufeff', 'a', 'b', '\u0085ä\u3000'),
  { minKeys: 1 },
);

const factsOf = (recordID: fc.Arbitrary<string>): fc.Arbitrary<Facts> =>
  joined(
    fc.record({ recordID }),
    partly<Omit<Facts, 'recordID'>>({
      meetingID: meetingIDs,
      name: fc.oneof(fc.constantFrom('a', 'b'), texts),
      published: fc.boolean(),
      protected: fc.boolean(),
      state: fc.oneof(states, fc.constantFrom('Published', '')),
      startTime: times,
      endTime: times,
      participants: sizes,
      metadata,
      playback: fc.array(formats, { maxLength: 4 }),
    }),
  );

const indexed: fc.Arbitrary<IndexedRecording> = recordIDs.chain((recordID) =>
  joined(
    fc.record({
      recordID: fc.constant(recordID),
      state: fc.oneof(states, fc.constant('expected')),
    }),
    partly({
      facts: factsOf(fc.constant(recordID)),
      expectedSince: moments,
      missingSince: moments,
    }),
  ),
) as fc.Arbitrary<IndexedRecording>;

/** What is known and what comes, some of it the same as before. */
export const syncQuestions: fc.Arbitrary<readonly SyncQuestion[]> = fc.array(
  fc
    .tuple(
      fc.uniqueArray(indexed, { selector: ({ recordID }) => recordID, maxLength: 4 }),
      fc.array(factsOf(recordIDs), { maxLength: 4 }),
      fc.boolean(),
      joined(
        fc.record({ outcome: fc.constantFrom('complete', 'complete', 'partial', 'failed') }),
        partly({
          states: fc.array(fc.oneof(states, fc.constant('any')), { maxLength: 3 }),
          meetingIDs: fc.array(meetingIDs, { maxLength: 2 }),
        }),
      ),
      moments,
    )
    .map(([index, news, repeats, asked, now]) => {
      const known = index.flatMap(({ facts }) => (repeats && facts ? [facts] : []));
      return { index, fetched: { ...asked, recordings: [...known, ...news] }, now };
    }) as fc.Arbitrary<SyncQuestion>,
  several,
);

/** Every recording before everybody. */
export const viewQuestions: fc.Arbitrary<readonly ViewQuestion[]> = fc.array(
  fc.record({
    recording: indexed,
    viewer: fc.constantFrom('moderator', 'participant', 'guest'),
  }),
  several,
);
