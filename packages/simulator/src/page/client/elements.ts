/** Finds an element that the page was served with. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new TypeError(`The page has no ${type.name} "${id}".`);
}

/** Makes an element with text inside; text is never read as HTML. */
export function textElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text: string,
  className = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

/** Says something to people who do not see the page. */
export function announce(text: string): void {
  byId('announcements', HTMLParagraphElement).textContent = text;
}

/** Says to everybody that something did not work; '' takes it back. */
export function showTrouble(text: string): void {
  const trouble = byId('trouble', HTMLParagraphElement);
  trouble.textContent = text;
  trouble.hidden = text === '';
}
