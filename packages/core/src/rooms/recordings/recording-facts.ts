import type { ReplyOf } from '../../catalogue/index.ts';

type Recording = ReplyOf<'getRecordings'>['recordings'][number];
type Format = Recording['playback'][number];

/** What a server says about a recording, as far as hosts use it; a recording of a reply fits. */
export interface RecordingFacts extends Pick<Recording, 'recordID'> {
  readonly meetingID?: string | undefined;
  readonly name?: string | undefined;
  readonly published?: boolean | undefined;
  readonly protected?: boolean | undefined;
  readonly state?: string | undefined;
  readonly startTime?: number | undefined;
  readonly endTime?: number | undefined;
  readonly participants?: number | undefined;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly playback?: readonly FormatFacts[];
}

export interface FormatFacts {
  readonly type?: string | undefined;
  readonly url?: string | undefined;
  /** Minutes. */
  readonly length?: number | undefined;
  readonly preview?: Format['preview'];
}

const plainFields = [
  'meetingID',
  'name',
  'protected',
  'startTime',
  'endTime',
  'participants',
] as const;

/** Names the fields in which two reports about a recording differ; the state is compared apart. */
export function changedFields(before: RecordingFacts, after: RecordingFacts): readonly string[] {
  const fields: string[] = plainFields.filter((field) => before[field] !== after[field]);
  if (!sameEntries(before.metadata ?? {}, after.metadata ?? {})) fields.push('metadata');
  if (!sameFormats(before.playback ?? [], after.playback ?? [])) fields.push('playback');
  return fields;
}

function sameEntries(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): boolean {
  const names = Object.keys(before);
  return (
    names.length === Object.keys(after).length &&
    names.every((name) => before[name] === after[name])
  );
}

/** Formats are the same in any order; previews are not looked at. */
function sameFormats(before: readonly FormatFacts[], after: readonly FormatFacts[]): boolean {
  const marks = (formats: readonly FormatFacts[]) =>
    formats.map(({ type, url, length }) => `${type}\n${url}\n${length}`).toSorted();
  const others = marks(after);
  return (
    before.length === after.length && marks(before).every((mark, index) => mark === others[index])
  );
}
