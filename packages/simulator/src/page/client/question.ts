import { byId } from './elements.ts';

export interface Question {
  title: string;
  text: string;
  yes: string;
  no: string;
  /** Whether yes cannot be taken back. */
  isFinal?: boolean;
}

const dialog = byId('question', HTMLDialogElement);
const yes = byId('question-yes', HTMLButtonElement);
const no = byId('question-no', HTMLButtonElement);

yes.addEventListener('click', () => dialog.close('yes'));
no.addEventListener('click', () => dialog.close('no'));

/** Asks before something that others notice; false when the person would rather not. */
export function ask(question: Question): Promise<boolean> {
  byId('question-title', HTMLHeadingElement).textContent = question.title;
  byId('question-text', HTMLParagraphElement).textContent = question.text;
  yes.textContent = question.yes;
  yes.className = question.isFinal === true ? 'danger' : 'primary';
  no.textContent = question.no;
  // Escape closes without a value of its own.
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

/** Puts an open question away, for a meeting that ends meanwhile. */
export function closeQuestion(): void {
  if (dialog.open) dialog.close('no');
}
