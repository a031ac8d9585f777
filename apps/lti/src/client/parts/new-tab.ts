/** What the new tab shows until it is led on. */
export interface NewTab {
  /** The form on our page that is posted from the new tab. */
  readonly form: HTMLFormElement;
  readonly opening: string;
  readonly getTicket: () => Promise<string>;
}

/**
 * Posts a ticket from a new tab. Must be called straight from a click. Answers false when the
 * browser did not allow the tab.
 */
export async function postInNewTab({ form, opening, getTicket }: NewTab): Promise<boolean> {
  const tab = window.open('about:blank');
  if (!tab) return false;
  tab.document.title = opening;
  tab.document.body.textContent = opening;
  try {
    const ticket = await getTicket();
    if (tab.closed) return true;
    const copy = tab.document.importNode(form, true);
    copy.action = form.action;
    tab.document.body.append(copy);
    // What opens there must not be able to steer this page.
    tab.opener = null;
    postTicket(copy, ticket);
    return true;
  } catch (error) {
    tab.close();
    throw error;
  }
}

/** Posts a ticket with a form of this page. */
export function postTicket(form: HTMLFormElement, ticket: string): void {
  const field = form.elements.namedItem('ticket');
  if (field && 'value' in field) field.value = ticket;
  form.submit();
}
