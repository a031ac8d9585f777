import type { PlaybackFormat, PublicUrls } from '../public-urls.ts';
import { type Recording, stateOf } from '../state/recordings.ts';
import { toIntegerOr } from '../wire/coercion.ts';
import { success } from '../wire/envelopes.ts';
import type { Parameters } from '../wire/raw-query.ts';
import { element, elementsOf, type XmlElement } from '../wire/xml-writer.ts';
import { type Call, reply } from './call.ts';
import { invalid } from './constraints.ts';
import { metadataFrom } from './prefixed-params.ts';

const playbackFormats: readonly PlaybackFormat[] = ['presentation', 'video'];
const largestPage = 100;

/** Lists recordings. An empty list is a success. Source: API documentation, `getRecordings`. */
export const getRecordings: Call = {
  name: 'getRecordings',
  methods: ['GET', 'POST'],
  checksumMessage: 'You did not pass the checksum security check',

  violations({ params }) {
    const { offset, limit } = pageOf(params);
    return [
      ...(offset >= 0 ? [] : [invalid('Offset must be an integer of at least 0')]),
      ...(limit >= 1 && limit <= largestPage
        ? []
        : [invalid(`Limit must be an integer between 1 and ${largestPage}`)]),
    ];
  },

  answer({ params, now }, { state, urls }) {
    const found = state.recordings.select(
      {
        recordIDs: list(params.text('recordID')),
        meetingIDs: list(params.text('meetingID')),
        states: list(params.text('state') || 'published,unpublished'),
        metadata: metadataFrom(params),
      },
      now,
    );
    const { offset, limit, isPaged } = pageOf(params);
    const shown = isPaged ? found.slice(offset, offset + limit) : found;
    const total = isPaged ? [element('totalElements', found.length)] : [];
    if (shown.length > 0) {
      const recordings = shown.map((recording) => recordingElement(recording, urls, now));
      return reply(success([element('recordings', recordings), ...total]));
    }
    const fields = [
      element('recordings'),
      element('messageKey', 'noRecordings'),
      element('message', 'There are no recordings for the meeting(s).'),
      ...total,
    ];
    return reply(success(fields, 'noRecordings'));
  },
};

function list(csv: string): string[] {
  return csv
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function pageOf(params: Parameters): { offset: number; limit: number; isPaged: boolean } {
  const offset = params.text('offset');
  const limit = params.text('limit');
  return {
    offset: offset === '' ? 0 : toIntegerOr(offset, -1),
    limit: limit === '' ? largestPage : toIntegerOr(limit, -1),
    isPaged: offset !== '' || limit !== '',
  };
}

function recordingElement(recording: Recording, urls: PublicUrls, now: number): XmlElement {
  const state = stateOf(recording, now);
  const isPublished = state === 'published';
  const formats = playbackFormats.map((format) =>
    element('format', [
      element('type', format),
      element('url', urls.playback(format, recording.recordID)),
      element('processingTime', recording.processingTime),
      element('length', Math.floor(recording.recordedMs / 60_000)),
    ]),
  );
  return element('recording', [
    element('recordID', recording.recordID),
    element('meetingID', recording.meetingID),
    element('internalMeetingID', recording.recordID),
    element('name', recording.name),
    element('isBreakout', recording.isBreakout),
    element('published', isPublished),
    element('state', state),
    element('startTime', recording.startTime),
    element('endTime', recording.endTime),
    element('participants', recording.participants),
    element('metadata', [
      ...elementsOf(recording.metadata),
      // The recording scripts add these three, unlike all others not in lower case.
      element('isBreakout', recording.isBreakout),
      element('meetingId', recording.meetingID),
      element('meetingName', recording.name),
    ]),
    ...(isPublished ? [element('playback', formats)] : []),
  ]);
}
