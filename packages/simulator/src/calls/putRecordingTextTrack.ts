import { isChecksumValid } from '../wire/checksum.ts';
import { languageTagOf } from '../wire/java-locale.ts';
import { type Answer, type Call, type CallRequest, fail, json } from './call.ts';

const checksumMessage = 'You did not pass the checksum security check';

/**
 * Adds captions or subtitles to a recording; they can be fetched when they have been processed. A
 * track of the same kind and language gives way. Source: API documentation,
 * `putRecordingTextTrack`; the order of checks: bbb-web source, recording controller.
 */
export const putRecordingTextTrack: Call = {
  name: 'putRecordingTextTrack',
  methods: ['POST'],
  access: 'own',
  checksumMessage,
  violations: () => [],
  async answer(request, { state, secrets, profile }) {
    const { params, rawQuery, now } = request;
    const text = (name: string) => params.text(name).trim();
    const [recordID, kind, lang] = [text('recordID'), text('kind'), text('lang')];
    if (text('checksum') === '') return refuse('paramError', 'Missing param checksum.');
    if (recordID === '') return refuse('paramError', 'Missing param recordID.');
    const signed = { callName: 'putRecordingTextTrack', rawQuery, params };
    if (!isChecksumValid(signed, secrets, profile)) return fail('checksumError', checksumMessage);
    const recording = state.recordings.find(recordID);
    if (recording?.state !== 'published' && recording?.state !== 'unpublished') {
      return refuse('noRecordings', `No recording was found for ${recordID}`);
    }
    if (kind === '') return refuse('paramError', 'Missing param kind.');
    if (kind !== 'subtitles' && kind !== 'captions') {
      const message = `Invalid kind parameter, expected='subtitles|captions' actual=${kind}`;
      return refuse('invalidKind', message);
    }
    if (lang === '') return refuse('paramError', 'Missing param lang.');
    const tag = languageTagOf(lang);
    if (tag === undefined) return refuse('invalidLang', `Malformed lang param, received=${lang}`);
    const content = await uploadedFile(request);
    if (content === '') return emptyFile();
    const label = text('label') || languageName(tag);
    const track = { kind, lang: tag, label, source: 'upload', content } as const;
    state.recordings.addTextTrack(recording, track, now);
    return json(
      {
        response: {
          returncode: 'SUCCESS',
          recordId: recordID,
          messageKey: 'upload_text_track_success',
          message: 'Text track uploaded successfully',
        },
      },
      { returncode: 'SUCCESS', messageKey: 'upload_text_track_success' },
    );
  },
};

function refuse(messageKey: string, message: string): Answer {
  const outcome = { returncode: 'FAILED', messageKey } as const;
  return json({ response: { ...outcome, message } }, outcome);
}

/** The key and message that were meant for this case get lost on the real server. */
function emptyFile(): Answer {
  return json({ response: { returncode: 'FAILED' } }, { returncode: 'FAILED', messageKey: '' });
}

/** Reads the part `file` of the form; '' when there is none. */
async function uploadedFile({ headers, contentType, bytes }: CallRequest): Promise<string> {
  if (contentType !== 'multipart/form-data') return '';
  const type = headers.get('content-type') ?? '';
  try {
    const form = await new Response(bytes.slice(), {
      headers: { 'Content-Type': type },
    }).formData();
    const file = form.get('file');
    return file === null || typeof file === 'string' ? '' : await file.text();
  } catch {
    return '';
  }
}

function languageName(tag: string): string {
  const [language = tag] = tag.split('-', 1);
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
}
