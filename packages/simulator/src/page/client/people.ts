import type { LiveView, PersonView } from '../view/meeting-view.ts';
import { changesSince } from './arrivals.ts';
import type { Connection } from './connection.ts';
import { announce, byId } from './elements.ts';
import { personTile } from './person-tile.ts';
import { ask } from './question.ts';

interface Tile {
  element: HTMLLIElement;
  person: PersonView;
}

const list = byId('people', HTMLUListElement);
const count = byId('people-count', HTMLSpanElement);
const search = byId('people-search', HTMLDivElement);
const filter = byId('people-filter', HTMLInputElement);
const none = byId('people-none', HTMLParagraphElement);
const manyPeople = 12;
const tiles = new Map<string, Tile>();
let known: ReadonlyMap<string, PersonView> | undefined;
let shown: LiveView | undefined;

/** Shows who is in the meeting and says who came, left or raised a hand. */
export function showPeople(view: LiveView): void {
  if (view.people === shown?.people) return;
  shown = view;
  const { people, me } = view;
  count.textContent = `(${people.length})`;
  search.hidden = people.length <= manyPeople && filter.value === '';
  const changes = changesSince(known, people, me);
  if (changes !== '') announce(changes);
  known = new Map(people.map((person) => [person.id, person]));
  arrange(view);
}

/** Makes the search and the buttons on people work. */
export function listenToPeople(connection: Connection): void {
  filter.addEventListener('input', () => {
    if (shown !== undefined) arrange(shown);
  });
  list.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const person = known?.get(button?.value ?? '');
    if (person !== undefined) void remove(connection, person);
  });
}

async function remove(connection: Connection, { id, name }: PersonView): Promise<void> {
  const text = 'They leave the meeting at once. With a new link they can come back.';
  const agreed = await ask({
    title: `Remove ${name}?`,
    text,
    yes: 'Remove',
    no: 'Keep',
    isFinal: true,
  });
  if (agreed) await connection.attempt('remove', { id });
}

/** Puts the tiles in order and makes only those anew that changed. */
function arrange({ people, me }: LiveView): void {
  const isModerator = people.some(({ id, role }) => id === me && role === 'MODERATOR');
  const wanted = filter.value.trim().toLocaleLowerCase();
  const visible = people
    .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
    .toSorted((a, b) => rank(a) - rank(b));
  const ids = new Set(visible.map(({ id }) => id));
  for (const [id, { element }] of tiles) {
    if (ids.has(id)) continue;
    element.remove();
    tiles.delete(id);
  }
  for (const [index, person] of visible.entries()) {
    const element = tileOf(person, person.id === me, isModerator);
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
  }
  none.hidden = visible.length > 0;
}

function tileOf(person: PersonView, isMe: boolean, isModerator: boolean): HTMLLIElement {
  const before = tiles.get(person.id);
  if (before?.person === person) return before.element;
  const element = personTile(person, { isMe, canRemove: isModerator && !isMe });
  before?.element.replaceWith(element);
  tiles.set(person.id, { element, person });
  return element;
}

/** Raised hands come first, then moderators; among equals whoever came first. */
function rank({ handRaised, role }: PersonView): number {
  if (handRaised) return 0;
  return role === 'MODERATOR' ? 1 : 2;
}
