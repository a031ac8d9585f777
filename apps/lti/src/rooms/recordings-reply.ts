import type { Translate } from '@bluebridge/translations';
import type { RecordingReply, RecordingsReply } from './api-replies.ts';
import type { Recording } from './meetings.ts';

type Format = Recording['playback'][number];

/** Formats a person watches, the best first. Others, such as statistics, are not for watching. */
const watchable = ['presentation', 'video', 'screenshare', 'podcast'];

/**
 * Tells a visitor about the recordings, the newest first. Moderators also see those that are
 * being made or are not published.
 */
export function recordingsReply(
  recordings: readonly Recording[],
  isModerator: boolean,
  t: Translate,
): RecordingsReply {
  const all = recordings
    .toSorted((one, other) => (other.startTime ?? 0) - (one.startTime ?? 0))
    .map((recording) => recordingReply(recording, t));
  return {
    recordings: all.filter(({ state }) => isModerator || state === 'ready'),
    unfinished: all.some(({ state }) => state === 'processing'),
  };
}

function recordingReply(recording: Recording, t: Translate): RecordingReply {
  const format = bestFormat(recording.playback);
  const state = stateOf(recording, format);
  return {
    name: recording.name ?? t('Recording'),
    startTime: recording.startTime ?? null,
    length: lengthText(recording, format, t),
    state,
    stateText: stateText(state, t),
    watchUrl: state === 'ready' ? (format?.url ?? null) : null,
  };
}

function bestFormat(formats: readonly Format[]): (Format & { readonly url: string }) | undefined {
  for (const type of watchable) {
    const format = formats.find((candidate) => candidate.type === type);
    if (format?.url !== undefined && isWebAddress(format.url))
      return { ...format, url: format.url };
  }
  return undefined;
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function stateOf(recording: Recording, format: Format | undefined): RecordingReply['state'] {
  const { state } = recording;
  if (state === 'unpublished' || (state === undefined && recording.published === false)) {
    return 'unpublished';
  }
  const published = state === undefined || state === 'published';
  return published && format !== undefined ? 'ready' : 'processing';
}

function stateText(state: RecordingReply['state'], t: Translate): string {
  switch (state) {
    case 'ready':
      return t('Ready to watch');
    case 'processing':
      return t('Being prepared. This can take a while after the meeting.');
    case 'unpublished':
      return t('Not published');
  }
}

function lengthText(recording: Recording, format: Format | undefined, t: Translate): string {
  const { startTime, endTime } = recording;
  const elapsed =
    startTime !== undefined && endTime !== undefined && endTime > startTime
      ? Math.round((endTime - startTime) / 60_000)
      : undefined;
  const minutes = format?.length ?? elapsed;
  if (minutes === undefined) return '';
  if (minutes < 1) return t('less than a minute');
  return t.plural('{count} minute', '{count} minutes', minutes);
}
