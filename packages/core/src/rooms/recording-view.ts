import { isWebAddress, type ShownFormat, shownFormats } from './recordings/recording-formats.ts';
import type { FormatFacts } from './recordings/recording-facts.ts';
import { recordingState } from './recordings/recording-state.ts';
import type { IndexedRecording } from './recordings-sync.ts';

export {
  type FormatUse,
  recordingFormats,
  type ShownFormat,
} from './recordings/recording-formats.ts';

/** Who looks: somebody who leads the room, somebody with an account who may enter it, a guest. */
export type RecordingViewer = 'moderator' | 'participant' | 'guest';

export interface Preview {
  readonly url: string;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
}

/** What a person sees of one recording. */
export interface RecordingView {
  readonly recordID: string;
  /** Absent: the host says "Recording" in the person's language. */
  readonly title?: string;
  /** When the meeting began, epoch ms. */
  readonly startedAt?: number;
  readonly minutes?: number;
  /**
   * `processing`: still being made; `ready`; `protected`: ready, but not for guests; `hidden`:
   * unpublished; `missing`: the server did not list it the last time.
   */
  readonly status: 'processing' | 'ready' | 'protected' | 'hidden' | 'missing';
  readonly formats: readonly ShownFormat[];
  readonly previews: readonly Preview[];
}

/**
 * Shows a recording to a person; null when it is not theirs to see. Guests see what is published
 * and not protected, participants also what is protected or being made, moderators all but what
 * was deleted.
 */
export function recordingView(
  recording: IndexedRecording,
  viewer: RecordingViewer,
): RecordingView | null {
  const { recordID, facts } = recording;
  const status = statusOf(recording);
  if (status === null || !visibleTo[viewer].includes(status)) return null;
  // Links to what is hidden or gone would not open.
  const isOpen = status === 'ready' || status === 'protected';
  const playback = (isOpen ? facts?.playback : undefined) ?? [];
  const title = titleOf(facts?.metadata?.['bbb-recording-name'], facts?.name);
  const startedAt = startOf(recording);
  const minutes = minutesOf(recording);
  return {
    recordID,
    ...(title !== undefined && { title }),
    ...(startedAt !== undefined && { startedAt }),
    ...(minutes !== undefined && { minutes }),
    status,
    formats: shownFormats(playback, viewer === 'moderator'),
    previews: previewsOf(playback),
  };
}

const visibleTo: Readonly<Record<RecordingViewer, readonly RecordingView['status'][]>> = {
  moderator: ['processing', 'ready', 'protected', 'hidden', 'missing'],
  participant: ['processing', 'ready', 'protected'],
  guest: ['ready'],
};

function statusOf({
  state,
  facts,
  missingSince,
}: IndexedRecording): RecordingView['status'] | null {
  if (state === 'deleted') return null;
  if (missingSince !== undefined) return 'missing';
  if (state === 'expected' || facts === undefined) return 'processing';
  switch (recordingState({ ...facts, state })) {
    case 'published':
      // Published, but nothing to open yet: the server is still at it.
      if ((facts.playback ?? []).length === 0) return 'processing';
      return facts.protected === true ? 'protected' : 'ready';
    case 'unpublished':
      return 'hidden';
    default:
      return 'processing';
  }
}

function titleOf(...names: readonly (string | undefined)[]): string | undefined {
  return names.map((name) => name?.trim()).find((name) => name !== undefined && name !== '');
}

/** A recordID ends in the meeting's createTime; servers leave out startTime now and then. */
function startOf({ recordID, facts }: IndexedRecording): number | undefined {
  if (facts?.startTime !== undefined && facts.startTime > 0) return facts.startTime;
  const [, createTime] = /-(\d{13})$/u.exec(recordID) ?? [];
  return createTime === undefined ? undefined : Number(createTime);
}

function minutesOf({ facts }: IndexedRecording): number | undefined {
  const longest = Math.max(0, ...(facts?.playback ?? []).map(({ length }) => length ?? 0));
  if (longest > 0) return longest;
  const { startTime = 0, endTime = 0 } = facts ?? {};
  return startTime > 0 && endTime > startTime
    ? Math.ceil((endTime - startTime) / 60_000)
    : undefined;
}

function previewsOf(playback: readonly FormatFacts[]): readonly Preview[] {
  const images = playback.map(({ preview }) => preview?.images ?? []);
  const first = images.find((each) => each.length > 0) ?? [];
  return first
    .filter(({ url }) => isWebAddress(url))
    .map(({ url, alt, width, height }) => ({
      url,
      alt: alt ?? '',
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
    }));
}
