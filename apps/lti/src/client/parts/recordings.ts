import type { RecordingReply, RecordingsReply } from '../../rooms/api-replies.ts';
import type { Api } from './api.ts';
import { element, make, say, words } from './page.ts';

const section = element('recordings');
const list = element('recordings-list');
const none = element('no-recordings');
const note = element('recordings-note');

/** Asks for the recordings and shows them. Answers whether asking again soon is worth it. */
export async function showRecordings(api: Api, signal: AbortSignal): Promise<boolean> {
  const reply = await api.get<RecordingsReply>('/api/recordings', signal);
  const { recordings } = reply;
  say(note, '');
  section.hidden = false;
  none.hidden = recordings.length > 0;
  list.hidden = recordings.length === 0;
  replaceIfChanged(recordings);
  return reply.unfinished;
}

/** Says that the recordings could not be read; those shown before stay. */
export function showRecordingsTrouble(message: string): void {
  section.hidden = false;
  say(note, message);
}

let shown = '';

/** A list that is the same keeps its elements, and with them the focus. */
function replaceIfChanged(recordings: readonly RecordingReply[]): void {
  const now = JSON.stringify(recordings);
  if (now === shown) return;
  shown = now;
  list.replaceChildren(...recordings.map(itemFor));
}

function itemFor(recording: RecordingReply): HTMLElement {
  const item = make('li', 'recording');
  const about = make('div', 'about');
  about.append(make('strong', '', recording.name), detailsOf(recording));
  item.append(about);
  if (recording.watchUrl === null) {
    item.append(make('span', `badge ${recording.state}`, recording.stateText));
  } else {
    item.append(watchLink(recording, recording.watchUrl));
  }
  return item;
}

function detailsOf({ startTime, length }: RecordingReply): HTMLElement {
  const details = make('span', 'details');
  if (startTime !== null) details.append(timeOf(startTime));
  if (length !== '') details.append(startTime === null ? length : ` · ${length}`);
  return details;
}

function timeOf(epochMs: number): HTMLElement {
  const date = new Date(epochMs);
  const format = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const text = new Intl.DateTimeFormat(document.documentElement.lang, format).format(date);
  const time = make('time', '', text) as HTMLTimeElement;
  time.dateTime = date.toISOString();
  return time;
}

function watchLink({ name }: RecordingReply, url: string): HTMLElement {
  const link = make('a', 'quiet', words('watch')) as HTMLAnchorElement;
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.setAttribute('aria-label', `${words('watch')}: ${name} (${words('newTab')})`);
  return link;
}
