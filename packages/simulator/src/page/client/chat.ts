import type { ChatView, LiveView } from '../view/meeting-view.ts';
import type { Connection } from './connection.ts';
import { byId, textElement } from './elements.ts';
import { elementsOf, linked } from './words.ts';

const list = byId('chat', HTMLDivElement);
const empty = byId('chat-empty', HTMLParagraphElement);
const newer = byId('chat-newer', HTMLButtonElement);
const notes = byId('notes', HTMLDivElement);
const form = byId('chat-form', HTMLFormElement);
const input = byId('chat-text', HTMLInputElement);
let lastShown = 0;
let shownNotes: LiveView['notes'] | undefined;

/** Shows the words of welcome and appends what is new in the chat. */
export function showChat(view: LiveView): void {
  if (view.notes !== shownNotes) {
    shownNotes = view.notes;
    notes.hidden = view.notes.length === 0;
    notes.replaceChildren(...view.notes.map(note));
  }
  form.hidden = !view.features.chat;
  const wasAtEnd = isAtEnd();
  const added = view.chat.filter(({ id }) => id > lastShown);
  list.append(...added.map((message) => item(message, message.by === view.me)));
  lastShown = added.at(-1)?.id ?? lastShown;
  empty.hidden = lastShown > 0;
  empty.textContent = view.features.chat ? 'No messages yet.' : 'The chat is turned off.';
  if (added.length === 0) return;
  if (wasAtEnd || added.some(({ by }) => by === view.me)) toEnd();
  else newer.hidden = false;
}

/** Sends what people write, and leads them to what is new. */
export function listenToChatForm(connection: Connection): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text !== '') void send(connection, text);
  });
  newer.addEventListener('click', () => {
    toEnd();
    list.focus();
  });
  list.addEventListener('scroll', () => {
    if (isAtEnd()) newer.hidden = true;
  });
}

async function send(connection: Connection, text: string): Promise<void> {
  if (await connection.attempt('chat', { text })) input.value = '';
  input.focus();
}

function note(words: LiveView['notes'][number]): HTMLElement {
  const made = document.createElement('div');
  made.append(...elementsOf(words));
  return made;
}

function item({ from, by, text, at }: ChatView, isMine: boolean): HTMLElement {
  const shown = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const time = textElement('time', shown);
  time.dateTime = new Date(at).toISOString();
  const kind = by === undefined ? ' system' : isMine ? ' mine' : '';
  const made = textElement('div', '', `message${kind}`);
  const words = textElement('span', '', 'words');
  words.append(...linked(text));
  made.append(textElement('span', isMine ? `${from} (you)` : from, 'who'), ' ', time, words);
  return made;
}

function isAtEnd(): boolean {
  return list.scrollHeight - list.scrollTop - list.clientHeight < 40;
}

function toEnd(): void {
  list.scrollTop = list.scrollHeight;
  newer.hidden = true;
}
