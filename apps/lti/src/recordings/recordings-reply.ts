import type { RecordingView, ShownFormat } from '@bluebridge/core/rooms';
import { message, type Translate } from '@bluebridge/translations';
import type { StoredRecording } from '../storage/recordings.ts';
import type { RecordingAbilities } from './abilities.ts';
import { isUnfinished } from './recordings-pace.ts';
import type { FormatReply, RecordingAction, RecordingReply, RecordingsReply } from './replies.ts';
import { type RecordingVisitor, viewFor } from './who-sees.ts';

export const sortings = ['newest', 'oldest', 'name'] as const;
type Sorting = (typeof sortings)[number];

/** How many recordings are sent at once. */
const pageSize = 50;

interface Shown {
  readonly recordings: readonly StoredRecording[];
  readonly visitor: RecordingVisitor;
  readonly abilities: RecordingAbilities;
  readonly sorting: Sorting;
  readonly offset: number;
  readonly previewAddress: (recording: StoredRecording) => string;
}

/** Tells a visitor about the recordings they may see. */
export function recordingsReply(
  { recordings, sorting, offset, ...shown }: Shown,
  t: Translate,
): Pick<RecordingsReply, 'recordings' | 'total' | 'unfinished' | 'mayManage'> {
  const replies = recordings.flatMap((recording) => {
    const view = viewFor(recording, shown.visitor);
    return view === null ? [] : [recordingReply(recording, view, shown, t)];
  });
  const sorted = sortedBy(sorting, replies, t);
  return {
    recordings: sorted.slice(offset, offset + pageSize),
    total: sorted.length,
    unfinished: recordings.some(isUnfinished),
    mayManage: shown.visitor.mayManage,
  };
}

function sortedBy(sorting: Sorting, replies: readonly RecordingReply[], t: Translate) {
  const newest = replies.toSorted((one, other) => timeOf(other) - timeOf(one));
  if (sorting === 'newest') return newest;
  if (sorting === 'oldest') return newest.toReversed();
  const { compare } = new Intl.Collator(t.language, { numeric: true });
  return newest.toSorted((one, other) => compare(one.name, other.name));
}

/** What is still expected has no beginning; it belongs to the newest. */
function timeOf({ startTime, since }: RecordingReply): number {
  return startTime ?? since ?? 0;
}

function recordingReply(
  recording: StoredRecording,
  view: RecordingView,
  { visitor, abilities, previewAddress }: Omit<Shown, 'recordings' | 'sorting' | 'offset'>,
  t: Translate,
): RecordingReply {
  const since = sinceOf(recording);
  const [preview] = view.previews;
  return {
    recordID: view.recordID,
    name: view.title ?? t('Recording'),
    startTime: view.startedAt ?? null,
    length: lengthText(view, t),
    state: stateOf(view),
    stateText: stateText(recording, view, since !== null, t),
    since,
    formats: view.formats.map((format) => formatReply(format, t)),
    preview: preview ? { src: previewAddress(recording), alt: preview.alt } : null,
    forTeachers: recording.audience === 'teachers',
    actions: actionsOn(recording, visitor, abilities),
  };
}

function stateOf({ status }: RecordingView): RecordingReply['state'] {
  if (status === 'hidden') return 'unpublished';
  return status === 'protected' ? 'ready' : status;
}

function sinceOf({ state, expectedSince, missingSince, facts }: StoredRecording): number | null {
  if (missingSince !== undefined) return missingSince;
  if (state === 'expected') return expectedSince ?? null;
  return facts?.endTime || null;
}

/** The time is filled in by the page, which knows the time zone of whoever looks. */
const later = { time: '{time}' };

function stateText(
  { state, audience }: StoredRecording,
  { status }: RecordingView,
  isDated: boolean,
  t: Translate,
): string {
  switch (status) {
    case 'ready':
    case 'protected':
      if (audience === 'teachers') return t('Only teachers see it');
      return status === 'protected'
        ? t('Protected: its link cannot be passed on')
        : t('Ready to watch');
    case 'hidden':
      return t('Not published');
    case 'missing':
      return t('The meeting server has not listed it since {time}.', later);
    case 'processing':
      if (state === 'expected') {
        return t('The meeting ended at {time}. Its recording has not arrived yet.', later);
      }
      return isDated
        ? t('Being prepared since {time}.', later)
        : t('Being prepared. This can take a while after the meeting.');
  }
}

function lengthText({ minutes, status }: RecordingView, t: Translate): string {
  if (minutes === undefined || status === 'processing') return '';
  return t.plural('{count} minute', '{count} minutes', minutes);
}

/** Tells what a visitor can do to a recording now. */
export function actionsOn(
  recording: StoredRecording,
  visitor: RecordingVisitor,
  abilities: RecordingAbilities,
): readonly RecordingAction[] {
  const status = visitor.mayManage ? viewFor(recording, visitor)?.status : undefined;
  if (status === undefined) return [];
  const { audience } = recording;
  // What the server has not made or does not list cannot be changed there.
  const isThere = status !== 'processing' && status !== 'missing';
  const actions: (readonly [RecordingAction, boolean])[] = [
    ['publish', abilities.publish && status === 'hidden'],
    ['unpublish', abilities.publish && isThere && status !== 'hidden'],
    ['protect', abilities.protect && status === 'ready'],
    ['unprotect', abilities.protect && status === 'protected'],
    ['teachers', audience === 'room'],
    ['everyone', audience === 'teachers'],
    ['rename', abilities.rename && isThere],
    ['captions', abilities.captions && isThere],
    ['delete', abilities.delete && isThere],
  ];
  return actions.flatMap(([action, isPossible]) => (isPossible ? [action] : []));
}

const labels: Readonly<Record<string, string>> = {
  presentation: message('Slides and sound'),
  video: message('Video'),
  screenshare: message('Shared screen'),
  podcast: message('Sound only'),
  notes: message('Shared notes'),
  mp4: message('Video file'),
  statistics: message('Statistics'),
};

const verbs: Readonly<Record<ShownFormat['use'], string>> = {
  watch: message('Watch'),
  listen: message('Listen'),
  read: message('Read'),
  download: message('Download'),
};

function formatReply({ type, use }: ShownFormat, t: Translate): FormatReply {
  const label = labels[type];
  // Servers have formats of their own; their name is all that is known of them.
  return { type, use, verb: t(verbs[use]), label: label === undefined ? type : t(label) };
}
