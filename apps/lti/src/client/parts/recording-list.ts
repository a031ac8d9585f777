import type { RecordingReply } from '../../recordings/replies.ts';
import { type RecordingHandlers, recordingItem } from './recording-item.ts';

interface Shown {
  readonly mark: string;
  readonly item: HTMLElement;
}

/**
 * Keeps a list of recordings up to date. An entry that is the same keeps its element, and one that
 * changes keeps what was unfolded and where the focus was.
 */
export function recordingList(list: HTMLElement, handlers: RecordingHandlers) {
  let shown = new Map<string, Shown>();

  function entryFor(recording: RecordingReply): Shown {
    const mark = JSON.stringify(recording);
    const before = shown.get(recording.recordID);
    if (before?.mark === mark) return before;
    const item = recordingItem(recording, handlers);
    if (before) takeOver(before.item, item);
    return { mark, item };
  }

  return (recordings: readonly RecordingReply[]): void => {
    const next = new Map(recordings.map((each) => [each.recordID, entryFor(each)]));
    const items = [...next.values()].map(({ item }) => item);
    const isSame =
      items.length === list.children.length &&
      items.every((item, index) => list.children[index] === item);
    shown = next;
    if (isSame) return;
    const focused = focusIn(list);
    list.replaceChildren(...items);
    if (focused) restoreFocus(list, focused);
  };
}

function takeOver(before: HTMLElement, after: HTMLElement): void {
  for (const details of after.querySelectorAll('details')) {
    const part = details.dataset['part'] ?? '';
    const earlier = before.querySelector<HTMLDetailsElement>(`details[data-part="${part}"]`);
    details.open = earlier?.open ?? false;
  }
}

interface Focused {
  readonly recordID: string | undefined;
  readonly action: string | undefined;
}

function focusIn(list: HTMLElement): Focused | undefined {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !list.contains(active)) return undefined;
  const item = active.closest<HTMLElement>('li');
  return { recordID: item?.dataset['recording'], action: active.dataset['action'] };
}

/** To the same button, else to what unfolds the buttons of the same recording. */
function restoreFocus(list: HTMLElement, { recordID, action }: Focused): void {
  const items = [...list.querySelectorAll<HTMLElement>('li')];
  const item = items.find(({ dataset }) => dataset['recording'] === recordID);
  const places = [...(item?.querySelectorAll<HTMLElement>('[data-action]') ?? [])];
  const same = places.find(({ dataset }) => dataset['action'] === action);
  (same ?? places.find(({ tagName }) => tagName === 'SUMMARY') ?? places[0])?.focus();
}
