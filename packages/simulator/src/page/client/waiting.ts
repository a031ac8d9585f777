import type { WaitingView } from '../view/meeting-view.ts';
import type { Connection } from './connection.ts';
import { byId } from './elements.ts';

const waiting = byId('waiting', HTMLElement);
const message = byId('waiting-message', HTMLDivElement);

/** Shows the place in line and what the moderators say. */
export function showWaiting(view: WaitingView): void {
  const isNew = waiting.hidden;
  waiting.hidden = false;
  byId('waiting-place', HTMLParagraphElement).textContent =
    view.position === 1 ? 'You are next in line.' : `You are number ${view.position} in line.`;
  message.hidden = view.message === '';
  byId('waiting-text', HTMLParagraphElement).textContent = view.message;
  if (isNew) waiting.focus();
}

/** Makes the button work; `onLeft` runs when the person no longer waits. */
export function listenToWaiting(connection: Connection, onLeft: () => void): void {
  byId('waiting-leave', HTMLButtonElement).addEventListener('click', () => {
    void connection.act('leave').then(onLeft);
  });
}
