import type { CaptionsReply, ChangeReply, RecordingReply } from '../../recordings/replies.ts';
import type { Api } from './api.ts';
import { element, make, say } from './page.ts';
import { messageOf } from './questions.ts';
import { recordingWords } from './recording-words.ts';

const dialog = element('captions-dialog') as HTMLDialogElement;
const note = element('captions-note');
const tracks = element('captions-list');
const send = element('captions-send');

/** Languages that are offered, by their codes. */
const offered =
  'ar bg ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh'.split(
    ' ',
  );

/** Shows the captions of a recording and lets somebody upload more, until the dialog is closed. */
export async function showCaptions(api: Api, { recordID, name }: RecordingReply): Promise<void> {
  const path = '/api/recordings/captions';
  const language = languageChoice();
  const file = dialog.querySelector<HTMLInputElement>('input[type="file"]');
  let limitBytes = Number.POSITIVE_INFINITY;
  if (file) file.value = '';
  say(element('captions-of'), name);
  say(note, recordingWords('working'));
  tracks.replaceChildren();

  async function refresh(): Promise<void> {
    const query = new URLSearchParams({ recordID });
    const reply = await api.get<CaptionsReply>(`${path}?${query.toString()}`);
    limitBytes = reply.limitBytes;
    tracks.replaceChildren(...reply.tracks.map(({ label }) => make('li', '', label)));
    say(note, reply.tracks.length === 0 ? recordingWords('noCaptions') : '');
  }

  async function upload(): Promise<void> {
    const chosen = file?.files?.[0];
    if (!chosen) return file?.focus();
    if (chosen.size > limitBytes) return say(note, recordingWords('tooLarge'));
    say(note, recordingWords('working'));
    const text = await chosen.text();
    const body = { recordID, language: language.value, text };
    const { message } = await api.post<ChangeReply>(path, body);
    if (file) file.value = '';
    say(note, message);
  }

  const fail = (error: unknown): void => say(note, messageOf(error));
  const onSend = (): void => void upload().catch(fail);
  send.addEventListener('click', onSend);
  dialog.addEventListener('close', () => send.removeEventListener('click', onSend), { once: true });
  dialog.showModal();
  await refresh().catch(fail);
}

/** Fills the choice of languages when it is first needed. */
function languageChoice(): HTMLSelectElement {
  const choice = dialog.querySelector('select');
  if (!choice) throw new Error('the dialog has no choice of languages');
  if (choice.options.length > 0) return choice;
  const page = document.documentElement.lang;
  const names = new Intl.DisplayNames(page, { type: 'language' });
  const options = offered.map((code) => new Option(names.of(code) ?? code, code));
  const sorted = options.toSorted((one, other) => one.text.localeCompare(other.text, page));
  choice.append(...sorted);
  choice.value = page;
  return choice;
}
