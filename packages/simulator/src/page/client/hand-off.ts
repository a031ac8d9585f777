import { announce, byId, showTrouble } from './elements.ts';

const button = byId('other-device', HTMLButtonElement);
const dialog = byId('hand-off', HTMLDialogElement);
const link = byId('hand-off-link', HTMLInputElement);
const path = document.body.dataset['handOff'] ?? '';

/** Makes the button work that gives people a link for another device. */
export function listenToHandOff(token: string): void {
  button.hidden = path === '';
  button.addEventListener('click', () => void offer(token));
  byId('hand-off-close', HTMLButtonElement).addEventListener('click', closeHandOff);
  byId('hand-off-copy', HTMLButtonElement).addEventListener('click', () => void copy());
  dialog.addEventListener('close', () => (link.value = ''));
}

/** Puts the link away, for a meeting that ends meanwhile. */
export function closeHandOff(): void {
  dialog.close();
}

async function offer(token: string): Promise<void> {
  const url = await joinUrl(token);
  showTrouble(url === undefined ? 'There is no link for another device now.' : '');
  if (url === undefined) return;
  link.value = url;
  dialog.showModal();
  link.select();
}

async function copy(): Promise<void> {
  link.select();
  try {
    await navigator.clipboard.writeText(link.value);
    announce('The link has been copied.');
  } catch {
    announce('The link is selected. Copy it with the keyboard.');
  }
}

/** Asks the API as the real client does; undefined when it gives none. */
async function joinUrl(token: string): Promise<string | undefined> {
  try {
    const query = new URLSearchParams({ sessionToken: token, replaceSession: 'true' });
    const answer = await fetch(`${path}?${query.toString()}`);
    const { response } = (await answer.json()) as { response?: { url?: string } };
    return response?.url;
  } catch {
    return undefined;
  }
}
