import type { LiveView } from '../view/meeting-view.ts';
import { byId, textElement } from './elements.ts';

/** Lists the documents that came with the meeting or were put into it. */
export function showDocuments({ documents }: LiveView): void {
  byId('documents', HTMLElement).hidden = documents.length === 0;
  byId('documents-list', HTMLUListElement).replaceChildren(
    ...documents.map(({ name, isCurrent }) => {
      const item = textElement('li', name);
      if (isCurrent) item.append(' ', textElement('span', '(shown now)', 'quiet'));
      return item;
    }),
  );
}
