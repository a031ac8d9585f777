import type { LiveChange, LiveView } from '../view/meeting-view.ts';

/** How much of the chat a page shows. */
export const shownChatMessages = 200;

/** Applies a change to what a page shows. */
export function applyChange(view: LiveView, { here, gone, chat, ...parts }: LiveChange): LiveView {
  const people = new Map(view.people.map((person) => [person.id, person]));
  for (const id of gone ?? []) people.delete(id);
  for (const person of here ?? []) people.set(person.id, person);
  const log = chat === undefined ? view.chat : [...view.chat, ...chat].slice(-shownChatMessages);
  return { ...view, ...parts, state: 'live', people: [...people.values()], chat: log };
}
