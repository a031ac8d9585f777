import type { SessionReply } from '../../rooms/api-replies.ts';
import { type Api, apiWith, request } from './api.ts';
import { roomId } from './page.ts';

// One tab may show several rooms in frames that share this storage.
const storageKey = `bluebridge:${roomId}`;

/**
 * Opens the session of this page: with the one-time code in its address if there is one, else
 * with the token kept from before a reload. Answers undefined when there is neither.
 */
export async function openSession(): Promise<Api | undefined> {
  const code = location.hash.slice(1);
  if (code === '') return keptSession();
  // The code must not stay in the history, used or not.
  history.replaceState(null, '', location.pathname + location.search);
  try {
    const { token } = await request<SessionReply>('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    keep(token);
    return apiWith(token);
  } catch (error) {
    const earlier = keptSession();
    if (earlier) return earlier;
    throw error;
  }
}

/** Tells whether this tab has a session of the room. */
export function hasKeptSession(): boolean {
  return kept() !== null;
}

function keptSession(): Api | undefined {
  const token = kept();
  return token === null ? undefined : apiWith(token);
}

// Browsers may forbid storage in frames; then a page lives as long as it is not reloaded.
function kept(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function keep(token: string): void {
  try {
    sessionStorage.setItem(storageKey, token);
  } catch {
    // See above.
  }
}
