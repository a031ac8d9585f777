import type { TicketReply } from '../../rooms/api-replies.ts';
import type { Api } from './api.ts';
import { postInNewTab, postTicket } from './new-tab.ts';
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
export function enterInNewTab(api: Api): Promise<boolean> {
  return postInNewTab({
    form: joinForm(),
    opening: words('opening'),
    getTicket: async () => (await api.post<TicketReply>('/api/join-ticket')).ticket,
  });
}

function joinForm(): HTMLFormElement {
  return element('join') as HTMLFormElement;
}
