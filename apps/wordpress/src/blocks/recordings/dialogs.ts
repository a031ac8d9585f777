import type { RecordingsApi } from './recordings-api.ts';

/** Asks for a new name; undefined when it is to stay. */
export async function askName(
  section: HTMLElement,
  name: string,
): Promise<{ readonly name: string } | undefined> {
  const dialog = dialogIn(section, 'rename');
  const field = dialog.querySelector('input');
  if (!field) return undefined;
  field.value = name;
  const isWanted = await answerOf(dialog);
  const wanted = field.value.trim();
  return isWanted && wanted !== '' && wanted !== name ? { name: wanted } : undefined;
}

/** Asks whether a recording is really to be deleted. */
export function askDelete(section: HTMLElement, name: string): Promise<boolean> {
  const dialog = dialogIn(section, 'delete');
  nameIn(dialog, name);
  return answerOf(dialog);
}

/** Shows which captions a recording has, and sends further ones. Answers what to say then. */
export async function showCaptions(
  section: HTMLElement,
  api: RecordingsApi,
  id: string,
  name: string,
): Promise<string> {
  const dialog = dialogIn(section, 'captions');
  const tracks = dialog.querySelector('[data-tracks]');
  const [language, file] = dialog.querySelectorAll('input');
  nameIn(dialog, name);
  if (!tracks || !language || !file) return '';
  file.value = '';
  tracks.textContent = section.dataset['working'] ?? '';
  const say = (text: string): void => {
    tracks.textContent = text;
  };
  api.captions(id).then(
    (found) => say(labelsOf(found.tracks) || (section.dataset['noCaptions'] ?? '')),
    (error: unknown) => say(error instanceof Error ? error.message : ''),
  );
  if (!(await answerOf(dialog))) return '';
  const text = await file.files?.[0]?.text();
  if (text === undefined) return '';
  return (await api.addCaptions(id, language.value, text)).message;
}

function labelsOf(tracks: readonly { readonly label: string }[]): string {
  return tracks.map(({ label }) => label).join(', ');
}

function nameIn(dialog: HTMLElement, name: string): void {
  const place = dialog.querySelector('[data-name-of]');
  if (place) place.textContent = name;
}

function dialogIn(section: HTMLElement, name: string): HTMLDialogElement {
  const dialog = section.querySelector<HTMLDialogElement>(`[data-dialog="${name}"]`);
  if (!dialog) throw new Error('');
  return dialog;
}

/** Shows a dialog and answers whether it was agreed to. The focus goes back by itself. */
function answerOf(dialog: HTMLDialogElement): Promise<boolean> {
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'go'), { once: true });
  });
}
