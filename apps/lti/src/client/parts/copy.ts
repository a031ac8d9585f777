import type { ChosenReply, CopyReply, CopyState } from '../../course-copy/replies.ts';
import type { Api } from './api.ts';
import { element, say } from './page.ts';
import { messageOf } from './questions.ts';

const section = element('copy');
const details = section.querySelector('details') as HTMLDetailsElement;
const form = element('copy-form') as HTMLFormElement;

/** Lets a teacher of a copied course choose what its links to this room open. */
export async function showCopy(api: Api): Promise<void> {
  const { copy } = await api.get<CopyReply>('/api/copy');
  show(copy);
  // Nobody has chosen yet: the question is open, and what holds meanwhile is marked.
  details.open = copy?.isChosen === false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save(api).catch((error: unknown) => say(element('copy-notice'), messageOf(error)));
  });
}

function show(copy: CopyState | null): void {
  section.hidden = copy === null || !copy.isOpen;
  if (copy === null) return;
  say(element('copy-text'), copy.text);
  element('copy-unsure').hidden = copy.canShare;
  const share = form.querySelector<HTMLElement>('label:has([value="share"])');
  if (share) share.hidden = !copy.canShare;
  for (const input of form.querySelectorAll('input')) input.checked = input.value === copy.choice;
}

async function save(api: Api): Promise<void> {
  say(element('copy-notice'), '');
  say(element('copy-saved'), '');
  const choice = new FormData(form).get('choice');
  const { copy, moved } = await api.post<ChosenReply>('/api/copy', { choice });
  if (moved) {
    location.replace(`/room/${moved.roomId}${location.search}#${moved.code}`);
    return;
  }
  show(copy);
  details.open = false;
  section.querySelector('summary')?.focus();
  say(element('copy-saved'), section.dataset['saved'] ?? '');
}
