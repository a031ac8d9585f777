import type { TicketReply } from '../../rooms/api-replies.ts';
import type { Api } from './api.ts';
import { element, words } from './page.ts';

/** Whether this page is shown inside another one, such as a course page. */
export const framed = window.self !== window.top;

/** Enters the room in this tab: gets a ticket and posts it. */
export async function enterHere(api: Api): Promise<void> {
  const { ticket } = await api.post<TicketReply>('/api/join-ticket');
  postTicket(joinForm(), ticket);
}

/**
 * Enters the room in a new tab, because a frame may not share the screen. Must be called straight
 * from a click. Answers false when the browser did not allow the tab.
 */
export async function enterInNewTab(api: Api): Promise<boolean> {
  const tab = window.open('about:blank');
  if (!tab) return false;
  tab.document.title = words('opening');
  tab.document.body.textContent = words('opening');
  try {
    const { ticket } = await api.post<TicketReply>('/api/join-ticket');
    if (tab.closed) return true;
    const form = tab.document.importNode(joinForm(), true);
    form.action = new URL('/join', location.href).href;
    tab.document.body.append(form);
    // The meeting must not be able to steer this page.
    tab.opener = null;
    postTicket(form, ticket);
    return true;
  } catch (error) {
    tab.close();
    throw error;
  }
}

function joinForm(): HTMLFormElement {
  return element('join') as HTMLFormElement;
}

function postTicket(form: HTMLFormElement, ticket: string): void {
  const field = form.elements.namedItem('ticket');
  if (field && 'value' in field) field.value = ticket;
  form.submit();
}
