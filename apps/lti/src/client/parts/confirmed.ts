import { element, say } from './page.ts';

/** Asks a question in a dialog of the page; the harmless answer is the one at hand. */
export function confirmed(dialog: string, about = ''): Promise<boolean> {
  const box = element(`${dialog}-dialog`) as HTMLDialogElement;
  const [yes, no] = [element(`${dialog}-confirm`), element(`${dialog}-cancel`)];
  if (about !== '') say(element(`${dialog}-text`), about);
  return new Promise((resolve) => {
    const answer = (given: boolean) => () => {
      over.abort();
      box.close();
      resolve(given);
    };
    const over = new AbortController();
    const { signal } = over;
    yes.addEventListener('click', answer(true), { signal });
    no.addEventListener('click', answer(false), { signal });
    box.addEventListener('cancel', answer(false), { signal });
    box.showModal();
    no.focus();
  });
}
