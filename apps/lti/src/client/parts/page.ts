/** Finds an element of the page by its id; the page is ours, so it is there. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

const main = document.querySelector('main');

/** The room this page is about. */
export const roomId = main?.dataset['room'] ?? '';

/** Gives a text of the page's script, translated by the server. */
export function words(name: string): string {
  return main?.dataset[`words${name[0]?.toUpperCase()}${name.slice(1)}`] ?? '';
}

/** Sets a text only when it changes, so that screen readers do not repeat it. */
export function say(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** Creates an element with a class and a text. */
export function make(tag: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(tag);
  created.className = className;
  created.textContent = text;
  return created;
}
