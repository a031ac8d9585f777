import type { ChatView, LiveView } from '../meeting-view.ts';
import type { Connection } from './connection.ts';
import { announce, byId, textElement } from './elements.ts';

const list = byId('chat', HTMLDivElement);
const empty = byId('chat-empty', HTMLParagraphElement);
const notes = byId('notes', HTMLDivElement);
const form = byId('chat-form', HTMLFormElement);
const input = byId('chat-text', HTMLInputElement);
let lastShown = 0;

/** Shows the words of welcome and appends what is new in the chat. */
export function showChat(view: LiveView): void {
  notes.replaceChildren(...view.notes.map((note) => textElement('p', note)));
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  for (const message of view.chat) {
    if (message.id <= lastShown) continue;
    list.append(item(message));
    lastShown = message.id;
  }
  empty.hidden = lastShown > 0;
  if (isAtEnd) list.scrollTop = list.scrollHeight;
}

/** Sends what people write. */
export function listenToChatForm(connection: Connection): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text !== '') void send(connection, text);
  });
}

async function send(connection: Connection, text: string): Promise<void> {
  if (await connection.act('chat', { text })) {
    input.value = '';
  } else {
    announce('The message was not sent. Please try again.');
  }
  input.focus();
}

function item({ from, text, at }: ChatView): HTMLElement {
  const time = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const made = textElement('div', '', 'message');
  made.append(
    textElement('span', from, 'who'),
    ' ',
    textElement('time', time),
    textElement('span', text, 'words'),
  );
  return made;
}
