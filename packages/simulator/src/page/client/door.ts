import type { DoorView, GuestView, LiveView } from '../view/meeting-view.ts';
import type { Connection } from './connection.ts';
import { announce, byId, textElement } from './elements.ts';
import { ask } from './question.ts';

const section = byId('door', HTMLElement);
const heading = byId('door-heading', HTMLHeadingElement);
const list = byId('door-guests', HTMLUListElement);
const all = byId('door-all', HTMLDivElement);
const settings = byId('door-settings', HTMLDetailsElement);
const policy = byId('door-policy', HTMLSelectElement);
const message = byId('door-message', HTMLInputElement);
let shown: DoorView | undefined;

/** Shows moderators who waits outside, and says so when somebody new does. */
export function showDoor({ door }: LiveView): void {
  settings.hidden = door === undefined;
  if (door === undefined || door === shown) return;
  const before = new Set(shown?.guests.map(({ id }) => id));
  const fresh = door.guests.filter(({ id }) => !before.has(id));
  if (fresh.length === 1) announce(`${fresh[0]?.name ?? ''} waits to come in.`);
  if (fresh.length > 1) announce(`${fresh.length} people wait to come in.`);
  if (shown?.message !== door.message) message.value = door.message;
  // A policy of an older server means the same as asking.
  policy.value = door.policy === 'ALWAYS_ACCEPT_AUTH' ? 'ASK_MODERATOR' : door.policy;
  shown = door;
  showGuests(door.guests);
}

/** Makes the buttons and settings work. */
export function listenToDoor(connection: Connection): void {
  list.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button === null) return;
    const letIn = button.name === 'let-in';
    void connection.attempt('lobby/decide', { id: button.value, letIn });
  });
  byId('door-accept-all', HTMLButtonElement).addEventListener('click', () => {
    void connection.attempt('lobby/decide-all', { letIn: true });
  });
  byId('door-refuse-all', HTMLButtonElement).addEventListener('click', () => {
    void refuseAll(connection);
  });
  policy.addEventListener('change', () => {
    void connection.attempt('lobby/policy', { policy: policy.value });
  });
  byId('door-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void tell(connection);
  });
}

async function refuseAll(connection: Connection): Promise<void> {
  const agreed = await ask({
    title: 'Turn everyone away?',
    text: 'Everyone who waits is told that they were not let in.',
    yes: 'Turn all away',
    no: 'Let them wait',
    isFinal: true,
  });
  if (agreed) await connection.attempt('lobby/decide-all', { letIn: false });
}

async function tell(connection: Connection): Promise<void> {
  if (!(await connection.attempt('lobby/message', { text: message.value }))) return;
  announce('Everyone who waits can read the message.');
}

function showGuests(guests: readonly GuestView[]): void {
  const hadFocus = section.contains(document.activeElement);
  section.hidden = guests.length === 0;
  byId('door-count', HTMLSpanElement).textContent = `(${guests.length})`;
  all.hidden = guests.length < 2;
  list.replaceChildren(...guests.map(guestItem));
  if (!hadFocus) return;
  // The button that was pressed is gone; the keyboard goes on nearby.
  if (guests.length > 0) heading.focus();
  else byId('people', HTMLUListElement).focus();
}

function guestItem({ id, name }: GuestView): HTMLLIElement {
  const item = document.createElement('li');
  item.append(
    textElement('span', name, 'person-name'),
    decision(id, 'let-in', 'Let in', name),
    decision(id, 'turn-away', 'Turn away', name),
  );
  return item;
}

function decision(id: string, name: string, text: string, guest: string): HTMLButtonElement {
  const button = textElement('button', text, name === 'let-in' ? 'primary' : 'danger');
  button.type = 'button';
  button.name = name;
  button.value = id;
  button.ariaLabel = `${text}: ${guest}`;
  return button;
}
