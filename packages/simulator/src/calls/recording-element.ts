import type { RecordingElements } from '../profiles/recording-rules.ts';
import type { PublicUrls } from '../public-urls.ts';
import type { OneTimeLinks } from '../state/one-time-links.ts';
import { isOpen, metadataOf, type RecordedFormat, type Recording } from '../state/recording.ts';
import { element, type XmlElement } from '../wire/xml-writer.ts';

interface WritingPlace {
  elements: RecordingElements;
  urls: PublicUrls;
  /** Makes the links of protected recordings. */
  links: OneTimeLinks;
  now: number;
}

/**
 * Writes a recording as `getRecordings` does, in its order. Source: API documentation,
 * `getRecordings`; bbb-web source, recording metadata; Scalelite source, view of `getRecordings`.
 */
export function recordingElement(recording: Recording, place: WritingPlace): XmlElement {
  const { recordID, state, breakout, breakoutRooms, missingElements, rawSize } = recording;
  const { elements, now } = place;
  const isUnfinished = state === 'processing' || state === 'processed';
  const formats = isUnfinished ? [] : recording.formats.filter((format) => isOpen(format, now));
  const size = formats.reduce((sum, format) => sum + format.size, 0);
  const when = (condition: boolean, name: string, content: Parameters<typeof element>[1]) =>
    condition ? [element(name, content)] : [];
  const all = [
    element('recordID', recordID),
    element('meetingID', recording.meetingID),
    element('internalMeetingID', recordID),
    element('name', recording.name),
    ...when(elements.isBreakout, 'isBreakout', recording.isBreakout),
    element('published', state === 'published'),
    ...when(elements.protected, 'protected', recording.isProtected),
    element('state', state),
    element('startTime', recording.startTime),
    element('endTime', recording.endTime),
    element('participants', recording.participants),
    ...when(elements.rawSize, 'rawSize', rawSize),
    ...when(elements.size && formats.length > 0, 'size', size),
    element('metadata', metadataElements(recording, elements)),
    ...(breakout === undefined ? [] : [breakoutElement(breakout)]),
    ...when(
      breakoutRooms.length > 0,
      'breakoutRooms',
      breakoutRooms.map((id) => element('breakoutRoom', id)),
    ),
    ...when(
      formats.length > 0,
      'playback',
      formats.map((format) => formatElement(recording, format, place)),
    ),
  ];
  return element(
    'recording',
    all.filter(({ name }) => !missingElements.includes(name)),
  );
}

function metadataElements(
  recording: Recording,
  { scriptMetadata, emptyMetadata }: RecordingElements,
): XmlElement[] {
  const metadata = scriptMetadata ? metadataOf(recording) : recording.metadata;
  return [...metadata].map(([name, value]): XmlElement => {
    const isCdata = value === '' && emptyMetadata === 'cdata';
    return isCdata ? { name, content: '', isCdata } : element(name, value);
  });
}

/** The wrapper that `getMeetingInfo` lacks. */
function breakoutElement(breakout: NonNullable<Recording['breakout']>): XmlElement {
  return element('breakout', [
    element('parentId', breakout.parentID),
    element('sequence', breakout.sequence),
    element('freeJoin', breakout.freeJoin),
  ]);
}

function formatElement(
  { recordID, isProtected }: Recording,
  { type, processingTime, lengthMs, size, previews }: RecordedFormat,
  { elements, urls, links, now }: WritingPlace,
): XmlElement {
  const url = isProtected
    ? urls.protectedPlayback(type, recordID, links.open(recordID, type, now))
    : urls.playback(type, recordID);
  const numbers = {
    processingTime: element('processingTime', processingTime),
    length: element('length', Math.floor(lengthMs / 60_000)),
  };
  const images = previews.map(({ alt, width, height }, index): XmlElement => ({
    name: 'image',
    content: urls.preview(recordID, index + 1),
    attributes: { alt, height: String(height), width: String(width) },
  }));
  return element('format', [
    element('type', type),
    element('url', url),
    ...elements.format.map((name) => numbers[name]),
    ...(elements.size ? [element('size', size)] : []),
    ...(images.length === 0 ? [] : [element('preview', [element('images', images)])]),
  ]);
}
