import type { LiveView, PersonView } from '../meeting-view.ts';
import { announce, byId, textElement } from './elements.ts';

const list = byId('people', HTMLUListElement);
const count = byId('people-count', HTMLSpanElement);
let known: ReadonlyMap<string, PersonView> | undefined;

/** Shows who is in the meeting and says who came, left or raised a hand. */
export function showPeople({ people, me }: LiveView): void {
  count.textContent = `(${people.length})`;
  list.replaceChildren(...people.map((person) => tile(person, person.id === me)));
  const changes = changesSince(known, people, me);
  if (changes.length > 0) announce(changes.join(' '));
  known = new Map(people.map((person) => [person.id, person]));
}

function tile(person: PersonView, isMe: boolean): HTMLLIElement {
  const item = document.createElement('li');
  item.className = person.role === 'MODERATOR' ? 'moderator' : 'viewer';
  item.classList.toggle('raised', person.handRaised);
  const initials = textElement('span', initialsOf(person.name), 'initials');
  initials.setAttribute('aria-hidden', 'true');
  const words = document.createElement('span');
  words.append(
    textElement('span', isMe ? `${person.name} (you)` : person.name, 'person-name'),
    textElement('span', stateOf(person), 'quiet'),
  );
  item.append(initials, words);
  return item;
}

function stateOf(person: PersonView): string {
  return [
    person.role === 'MODERATOR' ? 'Moderator' : 'Viewer',
    ...(person.isPresenter ? ['presenter'] : []),
    ...(person.handRaised ? ['hand raised'] : []),
  ].join(', ');
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  const first = (word = '') => String.fromCodePoint(word.codePointAt(0) ?? 0x20);
  return chosen.map((word) => first(word).toLocaleUpperCase()).join('');
}

function changesSince(
  before: ReadonlyMap<string, PersonView> | undefined,
  people: readonly PersonView[],
  me: string,
): string[] {
  if (before === undefined) return [];
  const present = new Set(people.map(({ id }) => id));
  const left = [...before.values()].filter(({ id }) => !present.has(id));
  return [
    ...people.filter(({ id }) => !before.has(id)).map(({ name }) => `${name} joined.`),
    ...left.map(({ name }) => `${name} left.`),
    ...people
      .filter(
        ({ id, handRaised }) => handRaised && id !== me && before.get(id)?.handRaised === false,
      )
      .map(({ name }) => `${name} raised a hand.`),
  ];
}
