import type {
  FormatReply,
  PreviewReply,
  RecordingAction,
  RecordingReply,
} from '../../recordings/replies.ts';
import { make } from './page.ts';
import { momentText, recordingWords } from './recording-words.ts';
import { timeOf } from './time.ts';

/** What can be done with a recording of the list. */
export interface RecordingHandlers {
  watch(recording: RecordingReply, format: FormatReply): void;
  change(recording: RecordingReply, action: RecordingAction): void;
}

/** Builds the entry of one recording. */
export function recordingItem(recording: RecordingReply, handlers: RecordingHandlers): HTMLElement {
  const item = make('li', 'recording');
  item.dataset['recording'] = recording.recordID;
  const about = make('div', 'about');
  about.append(make('strong', '', recording.name), detailsOf(recording));
  if (recording.preview !== null) item.append(previewOf(recording.preview));
  item.append(about);
  const [best, ...others] = recording.formats;
  const stateText = recording.stateText.replace('{time}', momentText(recording.since ?? 0));
  if (best === undefined || recording.forTeachers) {
    item.append(make('span', `badge ${recording.state}`, stateText));
  }
  if (best !== undefined) item.append(watchButton(recording, best, best.verb, handlers));
  const extras = make('div', 'extras');
  if (others.length > 0) extras.append(otherFormats(recording, others, handlers));
  if (recording.actions.length > 0) extras.append(changes(recording, handlers));
  if (extras.childElementCount > 0) item.append(extras);
  return item;
}

function previewOf({ src, alt }: PreviewReply): HTMLElement {
  const image = make('img', 'preview') as HTMLImageElement;
  image.loading = 'lazy';
  image.alt = alt;
  // A recording is as good without its picture.
  image.addEventListener('error', () => image.remove());
  image.src = src;
  return image;
}

function detailsOf({ startTime, length }: RecordingReply): HTMLElement {
  const details = make('span', 'details');
  if (startTime !== null) details.append(timeOf(startTime));
  if (length !== '') details.append(startTime === null ? length : ` · ${length}`);
  return details;
}

function watchButton(
  recording: RecordingReply,
  format: FormatReply,
  text: string,
  handlers: RecordingHandlers,
): HTMLElement {
  const button = make('button', 'quiet', text) as HTMLButtonElement;
  button.type = 'button';
  button.dataset['action'] = `watch ${format.type}`;
  const newTab = recordingWords('newTab');
  button.setAttribute('aria-label', `${text}: ${recording.name} (${newTab})`);
  button.addEventListener('click', () => handlers.watch(recording, format));
  return button;
}

function otherFormats(
  recording: RecordingReply,
  formats: readonly FormatReply[],
  handlers: RecordingHandlers,
): HTMLElement {
  const more = disclosure(recordingWords('more'), 'formats');
  const row = make('div', 'actions');
  for (const format of formats) {
    row.append(watchButton(recording, format, `${format.verb}: ${format.label}`, handlers));
  }
  more.append(row);
  return more;
}

function changes(recording: RecordingReply, handlers: RecordingHandlers): HTMLElement {
  const more = disclosure(recordingWords('actions'), 'changes');
  const row = make('div', 'actions');
  for (const action of recording.actions) {
    const text = recordingWords(action);
    const button = make('button', action === 'delete' ? 'quiet danger' : 'quiet', text);
    button.setAttribute('type', 'button');
    button.setAttribute('aria-label', `${text}: ${recording.name}`);
    button.dataset['action'] = action;
    button.addEventListener('click', () => handlers.change(recording, action));
    row.append(button);
  }
  const summary = more.querySelector('summary');
  const label = recordingWords('actionsOf').replace('{name}', recording.name);
  summary?.setAttribute('aria-label', label);
  more.append(row);
  return more;
}

function disclosure(text: string, name: string): HTMLElement {
  const details = make('details', 'more');
  details.dataset['part'] = name;
  const summary = make('summary', '', text);
  summary.dataset['action'] = name;
  details.append(summary);
  return details;
}
