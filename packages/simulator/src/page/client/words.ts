import type { Words } from '../view/limited-html.ts';
import { textElement } from './elements.ts';

/** Makes elements of sanitised words; nothing is read as HTML. */
export function elementsOf(words: readonly Words[]): (Node | string)[] {
  return words.map((part) => {
    if (typeof part === 'string') return part;
    const made = document.createElement(part.tag);
    if (made instanceof HTMLAnchorElement && part.href !== undefined) {
      made.href = part.href;
      leadsAway(made);
    }
    made.append(...elementsOf(part.words));
    return made;
  });
}

/** Makes the web addresses in a text clickable. */
export function linked(text: string): (Node | string)[] {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)'])/u).map((part, index) => {
    if (index % 2 === 0) return part;
    const link = textElement('a', part);
    link.href = part;
    leadsAway(link);
    return link;
  });
}

function leadsAway(link: HTMLAnchorElement): void {
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}
