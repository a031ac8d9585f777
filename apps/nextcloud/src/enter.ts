import { getRequestToken } from '@nextcloud/auth';
import { generateUrl } from '@nextcloud/router';

/** How long a browser may take to leave the page, ms; who has stopped it by hand can press again then. */
const patience = 60_000;

/**
 * Goes into a room: posts the form a link cannot post, so that no look at an address ever opens a
 * meeting. The answer leads to the meeting. `evicts` names meetings that this person has agreed to end.
 * The result comes only to somebody who has come back: until the page is left, a second press is none.
 */
export function enterRoom(roomId: number, evicts: readonly string[] = []): Promise<void> {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = generateUrl('/apps/bluebridge/rooms/{roomId}/join', { roomId });
  form.append(hidden('requesttoken', getRequestToken() ?? ''));
  if (evicts.length > 0) form.append(hidden('evicts', evicts.join(',')));
  document.body.append(form);
  form.submit();
  return new Promise((resolve) => {
    const giveUp = setTimeout(back, patience);
    addEventListener('pageshow', show);
    function show({ persisted }: PageTransitionEvent): void {
      if (persisted) back();
    }
    function back(): void {
      clearTimeout(giveUp);
      removeEventListener('pageshow', show);
      form.remove();
      resolve();
    }
  });
}

function hidden(name: string, value: string): HTMLInputElement {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = name;
  field.value = value;
  return field;
}
