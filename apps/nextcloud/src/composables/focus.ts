const controls = 'a[href], button:not(:disabled), select:not(:disabled), input:not(:disabled)';

/**
 * Remembers where somebody is, before what they press is disabled or goes away with its entry of a list.
 * The result brings them back if they got lost: to what they pressed, else to the entry that is in its
 * place now, to the form, or to the heading that the list is under.
 */
export function rememberFocus(from: Element | null = document.activeElement): () => void {
  const entry = from?.closest('li');
  const list = entry?.parentElement;
  const place = entry && list ? [...list.children].indexOf(entry) : 0;
  const form = from?.closest('form');
  const heading = from?.closest('details')?.querySelector('summary');
  return () => {
    if (!isLost() || from === document.body) return;
    const next =
      entry?.isConnected === false ? (list?.children[place] ?? list?.lastElementChild) : undefined;
    const last = [...(next?.querySelectorAll(controls) ?? [])].at(-1);
    for (const each of [from, last, form?.querySelector(controls), heading]) {
      if (isLost()) (each as HTMLElement | null | undefined)?.focus();
    }
  };
}

/** Browsers say of a button that was disabled just now that it still has the focus. */
const isLost = () =>
  document.activeElement === document.body || document.activeElement?.matches(':disabled') === true;
