import { messageOf } from '../../asking.ts';
import { recordingsApi } from './recordings-api.ts';
import { askDelete, askName, showCaptions } from './dialogs.ts';

const lookAgainAfter = 30_000;

/** What the plain buttons of a recording ask of the REST API. */
const changes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  publish: { published: true },
  unpublish: { published: false },
  protect: { protected: true },
  unprotect: { protected: false },
  moderators: { audience: 'moderators' },
  everyone: { audience: 'room' },
};

for (const section of document.querySelectorAll<HTMLElement>('[data-bluebridge-recordings]')) {
  attend(section);
}

/** Lets those who lead a room change its recordings, and shows what becomes of those being made. */
function attend(section: HTMLElement): void {
  const api = recordingsApi(section);
  const status = section.querySelector('[data-status]');
  const list = section.querySelector('ul');
  let isBusy = false;

  function say(text: string): void {
    if (status) status.textContent = text;
  }

  async function change(item: HTMLElement, action: string): Promise<void> {
    const id = item.dataset['recording'] ?? '';
    const name = item.dataset['name'] ?? '';
    if (action === 'captions') {
      say(await showCaptions(section, api, id, name));
      return;
    }
    const wish = action === 'rename' ? await askName(section, name) : changes[action];
    if (action === 'delete' ? !(await askDelete(section, name)) : wish === undefined) return;
    say(section.dataset['working'] ?? '');
    const reply = await (action === 'delete' ? api.remove(id) : api.change(id, wish ?? {}));
    replace(item, reply.rendered);
    say(reply.message);
  }

  /** Shows the item as it is now. The focus stays where it was, or goes to the list. */
  function replace(item: HTMLElement, rendered: string): void {
    const had = item.contains(document.activeElement) || document.activeElement === document.body;
    const id = item.dataset['recording'] ?? '';
    item.outerHTML = rendered;
    if (!had) return;
    const now = list?.querySelector<HTMLElement>(`[data-recording="${id}"]`);
    const changesOf = now?.querySelector<HTMLElement>('[data-changes] > summary');
    const name = now?.querySelector<HTMLElement>('.bluebridge-recording__name');
    (changesOf ?? name ?? section.querySelector<HTMLElement>('[tabindex="-1"]'))?.focus();
  }

  section.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button[data-action]');
    const item = button?.closest<HTMLElement>('[data-recording]');
    if (!button || !item || isBusy) return;
    isBusy = true;
    change(item, button.dataset['action'] ?? '')
      .catch((error: unknown) => say(messageOf(error) || (section.dataset['failed'] ?? '')))
      .finally(() => {
        isBusy = false;
      });
  });

  /** Whoever is at a button is not disturbed. */
  const isAtWork = (): boolean => isBusy || (list?.contains(document.activeElement) ?? false);

  async function lookAgain(): Promise<void> {
    let isUnfinished = true;
    if (!document.hidden && !isAtWork()) {
      try {
        const { rendered, unfinished } = await api.refresh();
        if (list && !isAtWork()) list.innerHTML = rendered;
        isUnfinished = unfinished;
      } catch {
        // The next look may succeed.
      }
    }
    if (isUnfinished) plan();
  }

  function plan(): void {
    setTimeout(() => void lookAgain(), lookAgainAfter);
  }

  if (section.dataset['unfinished']) plan();
}
