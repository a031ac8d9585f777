import type { PersonView } from '../view/meeting-view.ts';
import { textElement } from './elements.ts';
import { initialsOf } from './initials.ts';

/** Makes what stands for one person in the list. */
export function personTile(
  person: PersonView,
  { isMe, canRemove }: { isMe: boolean; canRemove: boolean },
): HTMLLIElement {
  const item = document.createElement('li');
  item.className = person.role === 'MODERATOR' ? 'moderator' : 'viewer';
  item.classList.toggle('raised', person.handRaised);
  const initials = textElement('span', initialsOf(person.name), 'initials');
  initials.setAttribute('aria-hidden', 'true');
  const words = textElement('span', '', 'person');
  words.append(
    textElement('span', isMe ? `${person.name} (you)` : person.name, 'person-name'),
    textElement('span', stateOf(person), 'quiet'),
  );
  item.append(initials, words);
  if (canRemove) item.append(removeButton(person));
  return item;
}

function removeButton({ id, name }: PersonView): HTMLButtonElement {
  const button = textElement('button', '✕', 'remove');
  button.type = 'button';
  button.value = id;
  button.ariaLabel = `Remove ${name}`;
  button.title = `Remove ${name}`;
  return button;
}

function stateOf(person: PersonView): string {
  return [
    person.role === 'MODERATOR' ? 'Moderator' : 'Viewer',
    ...(person.isGuest ? ['guest'] : []),
    ...(person.isPresenter ? ['presenter'] : []),
    ...(person.handRaised ? ['hand raised'] : []),
  ].join(', ');
}
