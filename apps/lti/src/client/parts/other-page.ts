import type { Api } from './api.ts';
import { hasKeptSession } from './session.ts';

/**
 * Lets a link lead to another page of the room with the session: it is in the storage of this tab
 * or, where the browser forbids that, comes along as a one-time code.
 */
export function carrySession(link: HTMLAnchorElement, api: Api): void {
  link.addEventListener('click', (event) => {
    // Another tab has no storage of this one either.
    const staysHere = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!staysHere || hasKeptSession()) return;
    event.preventDefault();
    const { href } = link;
    api
      .post<{ readonly code: string }>('/api/page-code')
      .then(({ code }) => location.assign(`${href}#${code}`))
      .catch(() => location.assign(href));
  });
}
