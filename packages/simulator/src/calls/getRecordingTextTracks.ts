import type { TextTrack } from '../state/recording.ts';
import { json } from './call.ts';
import { cleaned, recordIDField, recordingCall } from './recording-call.ts';

/**
 * Lists the captions and subtitles of a recording, in JSON. Source: API documentation,
 * `getRecordingTextTracks`; bbb-web source, caption files.
 */
export const getRecordingTextTracks = recordingCall(
  'getRecordingTextTracks',
  ['GET', 'POST'],
  [recordIDField],
  ({ params, now }, { state, urls }) => {
    const recordID = cleaned(params, 'recordID');
    const recording = state.recordings.find(recordID);
    if (recording === undefined) {
      return refuse('noRecordings', `No recording found for ${recordID}`);
    }
    const ready = recording.textTracks.filter(({ readyAt }) => readyAt <= now);
    if (ready.length === 0) return refuse('noCaptionsFound', `No captions found for ${recordID}`);
    const tracks = ready.map((track) => {
      const { kind, label, lang, source } = track;
      const file = fileNameOf(track);
      const token = state.oneTimeLinks.open(recordID, file, now);
      return { href: urls.textTrack(token, recordID, file), kind, label, lang, source };
    });
    const response = { returncode: 'SUCCESS', tracks };
    return json({ response }, { returncode: 'SUCCESS', messageKey: '' });
  },
);

/** Returns the name under which a track is kept. */
export function fileNameOf({ kind, lang }: Pick<TextTrack, 'kind' | 'lang'>): string {
  return `${kind}_${lang}.vtt`;
}

function refuse(messageKey: string, message: string) {
  const outcome = { returncode: 'FAILED', messageKey } as const;
  return json({ response: { ...outcome, message } }, outcome);
}
